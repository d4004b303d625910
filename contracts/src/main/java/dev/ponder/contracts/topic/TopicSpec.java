package dev.ponder.contracts.topic;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * A topic as it should be made.
 *
 * @param name its name
 * @param partitions how many partitions
 * @param configs its Kafka settings beyond the broker's defaults
 */
public record TopicSpec(String name, int partitions, Map<String, String> configs) {

    public TopicSpec {
        requireNonNull(name, "name is null");
        configs = Map.copyOf(configs);
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions of " + name + " is below 1: " + partitions);
        }
    }
}
