package dev.ponder.local.broker;

import static java.util.Map.entry;

import java.util.Map;

/** How a Kafka of one node is set for us, wherever it runs: in this JVM, as a process, or in a container. */
public final class SingleNode {

    /**
     * One node, so every internal topic has one replica and few partitions (each costs start time). Share groups: as many
     * members and locks as the broker allows, short locks allowed for tests, and a heartbeat of a second, since a member of
     * a new group learns its partitions only by the heartbeat after its first (5 s by default).
     */
    private static final Map<String, String> KEYS = Map.ofEntries(
            entry("auto.create.topics.enable", "false"),
            entry("num.partitions", "1"),
            entry("default.replication.factor", "1"),
            entry("min.insync.replicas", "1"),
            entry("message.max.bytes", "16777216"),
            entry("offsets.topic.replication.factor", "1"),
            entry("offsets.topic.num.partitions", "4"),
            entry("transaction.state.log.replication.factor", "1"),
            entry("transaction.state.log.min.isr", "1"),
            entry("transaction.state.log.num.partitions", "4"),
            entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
            entry("share.coordinator.state.topic.replication.factor", "1"),
            entry("share.coordinator.state.topic.min.isr", "1"),
            entry("share.coordinator.state.topic.num.partitions", "4"),
            entry("group.initial.rebalance.delay.ms", "0"),
            entry("group.streams.initial.rebalance.delay.ms", "0"),
            entry("group.share.max.size", "1000"),
            entry("group.share.partition.max.record.locks", "10000"),
            entry("group.share.min.record.lock.duration.ms", "1000"),
            entry("group.share.max.record.lock.duration.ms", "3600000"),
            entry("group.share.min.heartbeat.interval.ms", "500"),
            entry("group.share.heartbeat.interval.ms", "1000"),
            entry("group.min.session.timeout.ms", "1000"),
            entry("log.cleaner.dedupe.buffer.size", "8388608"),
            entry("log.index.size.max.bytes", "1048576"),
            entry("num.network.threads", "2"),
            entry("num.io.threads", "4"));

    private SingleNode() {}

    /** Broker keys by Kafka's own names; where it listens and keeps its log is not among them. */
    public static Map<String, String> keys() {
        return KEYS;
    }
}
