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

    /** Prompt tokens of a request; without it, the mean that the reasoners report. */
    Optional<@Positive Double> inputTokens();

    /** Tokens that a request is expected to need; without it, the mean that the reasoners report. */
    Optional<@Positive Double> outputTokens();
}
