package dev.ponder.local.provision;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * A topic as a broker has it.
 *
 * @param partitions how many it has
 * @param configs all its settings, in Kafka's names
 */
record LaidTopic(String name, int partitions, Map<String, String> configs) {

    LaidTopic {
        requireNonNull(name, "name is null");
        configs = Map.copyOf(configs);
    }
}
