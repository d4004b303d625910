package dev.ponder.contracts.work;

import static java.util.Objects.requireNonNull;

/**
 * Where a work record lies.
 *
 * @param topic a work topic
 * @param partition 0 but for consumer groups over several
 */
public record WorkPlace(String topic, int partition, long offset) {

    public WorkPlace {
        requireNonNull(topic, "topic is null");
        if (partition < 0 || offset < 0) {
            throw new IllegalArgumentException("no place in a topic: partition " + partition + ", offset " + offset);
        }
    }
}
