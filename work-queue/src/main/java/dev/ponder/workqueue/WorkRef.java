package dev.ponder.workqueue;

import static java.util.Objects.requireNonNull;

/**
 * Where a record stands.
 *
 * @param topic its topic
 * @param partition its partition, from 0
 * @param offset its offset, from 0
 */
public record WorkRef(String topic, int partition, long offset) {

    public WorkRef {
        requireNonNull(topic, "topic is null");
        if (partition < 0 || offset < 0) {
            throw new IllegalArgumentException("negative position: " + topic + "-" + partition + "@" + offset);
        }
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
