package dev.ponder.autoscaler.pool;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.Optional;

/** What differs in one class of a pool. */
public interface ClassConfig {

    /** The time to the first token that was promised, from when the work is due. */
    Optional<Duration> firstToken();

    /** The mean time between tokens that was promised. */
    Optional<Duration> perToken();

    /**
     * From when a request comes to when it is to be done, for {@code policies.deadline-batch}; a class with this is planned by its deadlines
     * alone. Without it batch work is to be done within {@link #firstToken()}.
     */
    Optional<Duration> due();

    /** Prompt tokens of a request; without it, the mean that the reasoners report. */
    Optional<@Positive Double> inputTokens();

    /** Tokens that a request is expected to need; without it, the mean that the reasoners report. */
    Optional<@Positive Double> outputTokens();
}
