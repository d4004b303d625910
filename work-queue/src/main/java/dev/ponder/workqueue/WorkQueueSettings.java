package dev.ponder.workqueue;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a queue is opened with.
 *
 * @param client Kafka client keys: at least {@code bootstrap.servers}, and whatever security needs
 * @param lanes topics to work on
 * @param slots records worked on at a time. A slot that waits for a record of one lane can't take another lane's, so when all work
 *     is in one lane, up to {@code lanes − 1} slots idle
 * @param handOff age of a job at which its record is acknowledged early, if the worker has registered a hook; {@link #NEVER}
 *     holds every record to the end of its work
 * @param retryPause first pause before a released record is tried again, doubling up to a minute (consumer group alone)
 */
public record WorkQueueSettings(
        Map<String, Object> client, List<WorkLane> lanes, int slots, Duration handOff, Duration retryPause) {

    /** Longer than any job. */
    public static final Duration NEVER = Duration.ofDays(36_500);

    private static final Duration HAND_OFF = Duration.ofSeconds(60);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(500);

    public WorkQueueSettings {
        client = Map.copyOf(client);
        lanes = List.copyOf(lanes);
        requirePositive(handOff, "handOff");
        requirePositive(retryPause, "retryPause");
        if (lanes.isEmpty()) {
            throw new IllegalArgumentException("lanes is empty");
        }
        if (slots < 1) {
            throw new IllegalArgumentException("slots is below 1: " + slots);
        }
    }

    /** Settings with a hand-off after a minute and a retry pause of half a second. */
    public static WorkQueueSettings of(String bootstrap, List<WorkLane> lanes, int slots) {
        return new WorkQueueSettings(Map.of("bootstrap.servers", bootstrap), lanes, slots, HAND_OFF, RETRY_PAUSE);
    }

    /** These settings with another hand-off time. */
    public WorkQueueSettings withHandOff(Duration age) {
        return new WorkQueueSettings(client, lanes, slots, age, retryPause);
    }

    /** These settings with another first retry pause. */
    public WorkQueueSettings withRetryPause(Duration pause) {
        return new WorkQueueSettings(client, lanes, slots, handOff, pause);
    }

    private static void requirePositive(Duration value, String name) {
        requireNonNull(value, name + " is null");
        if (!value.isPositive()) {
            throw new IllegalArgumentException(name + " is not positive: " + value);
        }
    }
}
