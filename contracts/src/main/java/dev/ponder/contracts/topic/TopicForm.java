package dev.ponder.contracts.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How a topic keeps its records, in Kafka's names. */
record TopicForm(Map<String, String> configs) {

    private static final String CLEANUP = "cleanup.policy";
    private static final String RETENTION = "retention.ms";

    TopicForm {
        configs = Map.copyOf(configs);
    }

    static TopicForm deleted(Duration kept) {
        return new TopicForm(Map.of(CLEANUP, "delete", RETENTION, Long.toString(kept.toMillis())));
    }

    static TopicForm compactedAndDeleted(Duration kept) {
        return new TopicForm(Map.of(CLEANUP, "compact,delete", RETENTION, Long.toString(kept.toMillis())));
    }

    /** What was replaced or erased leaves the disks within {@code longest} of the next record after it, not at some time. */
    static TopicForm compacted(Duration longest) {
        return new TopicForm(Map.of(CLEANUP, "compact", "max.compaction.lag.ms", Long.toString(longest.toMillis())));
    }

    /** Never dropped by age or size. */
    static TopicForm kept() {
        return new TopicForm(Map.of(CLEANUP, "delete", RETENTION, "-1", "retention.bytes", "-1"));
    }

    /** The record's time is that of its append, not its sender's clock. */
    TopicForm stampedByBroker() {
        return with("message.timestamp.type", "LogAppendTime");
    }

    TopicForm withMaxBytes(int bytes) {
        return with("max.message.bytes", Integer.toString(bytes));
    }

    /** A segment is closed after this long: only closed ones are cleaned, and with them go the answers that they hold. */
    TopicForm cleanedAfter(Duration age) {
        return with("segment.ms", Long.toString(age.toMillis()));
    }

    TopicSpec spec(String name, int partitions) {
        return new TopicSpec(name, partitions, configs);
    }

    private TopicForm with(String key, String value) {
        Map<String, String> more = new HashMap<>(configs);
        more.put(key, value);
        return new TopicForm(more);
    }
}
