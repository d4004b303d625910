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
 * @param handOff when a running job's record is acknowledged early
 * @param retryPause first pause before a released record is tried again, doubling up to a minute (consumer group alone)
 */
public record WorkQueueSettings(
        Map<String, Object> client, List<WorkLane> lanes, int slots, HandOffRule handOff, Duration retryPause) {

    private static final Duration RETRY_PAUSE = Duration.ofMillis(500);

    public WorkQueueSettings {
        client = Map.copyOf(client);
        lanes = List.copyOf(lanes);
        requireNonNull(handOff, "handOff is null");
        requirePositive(retryPause, "retryPause");
        if (lanes.isEmpty()) {
            throw new IllegalArgumentException("lanes is empty");
        }
        if (slots < 1) {
            throw new IllegalArgumentException("slots is below 1: " + slots);
        }
    }

    /** Settings with the standard hand-off and a retry pause of half a second. */
    public static WorkQueueSettings of(String bootstrap, List<WorkLane> lanes, int slots) {
        return new WorkQueueSettings(
                Map.of("bootstrap.servers", bootstrap), lanes, slots, HandOffRule.STANDARD, RETRY_PAUSE);
    }

    /** These settings with another hand-off. */
    public WorkQueueSettings withHandOff(HandOffRule rule) {
        return new WorkQueueSettings(client, lanes, slots, rule, retryPause);
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
