package dev.ponder.local.broker;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * Where a local broker keeps its log, where it listens, and what differs from the single-node defaults.
 *
 * @param dir home of log and {@code server.properties}; made when missing, kept at stop
 * @param ports where clients and the controller quorum connect, on the loopback alone
 * @param overrides broker keys that win over the defaults here
 */
record BrokerSettings(Path dir, BrokerPorts ports, Map<String, String> overrides) {

    /** Where clients connect, and the broker to itself. */
    static final String CLIENTS = "CLIENTS";
    /** Where the quorum connects. */
    static final String CONTROLLER = "CONTROLLER";

    private static final String HOST = "127.0.0.1";

    /**
     * One node, so every internal topic has one replica and few partitions (each costs start time). Share groups: as many
     * members and locks as the broker allows, short locks allowed for tests, and a heartbeat of a second, since a member of
     * a new group learns its partitions only by the heartbeat after its first (5 s by default).
     */
    private static final Map<String, String> SINGLE_NODE = Map.ofEntries(
            entry("process.roles", "broker,controller"),
            entry("node.id", "1"),
            entry("controller.listener.names", CONTROLLER),
            entry("inter.broker.listener.name", CLIENTS),
            entry("listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT"),
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

    BrokerSettings {
        requireNonNull(dir, "dir is null");
        requireNonNull(ports, "ports is null");
        overrides = Map.copyOf(overrides);
    }

    String bootstrap() {
        return HOST + ":" + ports.broker();
    }

    Properties properties() {
        Properties properties = new Properties();
        properties.putAll(SINGLE_NODE);
        properties.setProperty("log.dirs", dir.resolve("log").toString());
        properties.setProperty(
                "listeners",
                CLIENTS + "://" + bootstrap() + "," + CONTROLLER + "://" + HOST + ":" + ports.controller());
        properties.setProperty("advertised.listeners", CLIENTS + "://" + bootstrap());
        properties.setProperty("controller.quorum.bootstrap.servers", HOST + ":" + ports.controller());
        properties.putAll(overrides);
        return properties;
    }
}
