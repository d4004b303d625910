package dev.ponder.autoscaler.pool;

import static java.util.Objects.requireNonNull;

import dev.ponder.scaling.observation.Objective;
import java.time.Duration;
import java.util.Optional;

/**
 * One class of a pool.
 *
 * @param topic where its work waits
 * @param objective what it was promised
 * @param inputTokens of a request, where that was said
 * @param outputTokens of a request, where that was said
 * @param due from when a request came to when it is to be done, where it is planned by that
 */
public record ServedClass(
        String topic,
        Objective objective,
        Optional<Double> inputTokens,
        Optional<Double> outputTokens,
        Optional<Duration> due) {

    /** What the class of work beyond a tenant's share is called. */
    static final String SURPLUS = "surplus";

    public ServedClass {
        requireNonNull(topic, "topic is null");
        requireNonNull(objective, "objective is null");
        requireNonNull(inputTokens, "inputTokens is null");
        requireNonNull(outputTokens, "outputTokens is null");
        requireNonNull(due, "due is null");
    }

    /** Whether its work is what is beyond a tenant's share, whose requests have a class besides. */
    public boolean isSurplus() {
        return objective.name().equals(SURPLUS);
    }
}
