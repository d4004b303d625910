package dev.ponder.local.broker;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * Where a local broker keeps its log, where it listens, and what differs from {@link SingleNode}.
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

    private static final Map<String, String> PLACE = Map.of(
            "process.roles",
            "broker,controller",
            "node.id",
            "1",
            "controller.listener.names",
            CONTROLLER,
            "inter.broker.listener.name",
            CLIENTS,
            "listener.security.protocol.map",
            CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");

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
        properties.putAll(SingleNode.keys());
        properties.putAll(PLACE);
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
