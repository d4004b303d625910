package dev.ponder.local.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker and controller (KRaft) in this JVM, serving the loopback. Share groups and transactions work with no
 * further setting; topics must be created. Any thread may stop it; a stopped one is started anew on the same directory.
 */
public final class RunningBroker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final BrokerSettings settings;

    private RunningBroker(KafkaRaftServer server, BrokerSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /** Starts on {@code dir} with the ports of its last start, or free ones; returns when clients are served. */
    public static RunningBroker start(Path dir) throws IOException {
        return start(dir, new BrokerPorts(BrokerPorts.ANY, BrokerPorts.ANY), Map.of());
    }

    /** Starts as {@link #start(Path)} does, with broker keys (Kafka's own names) that win over the local defaults. */
    public static RunningBroker start(Path dir, Map<String, String> overrides) throws IOException {
        return start(dir, new BrokerPorts(BrokerPorts.ANY, BrokerPorts.ANY), overrides);
    }

    static RunningBroker start(Path dir, BrokerPorts wanted, Map<String, String> overrides) throws IOException {
        BrokerStorage storage = new BrokerStorage(dir.toAbsolutePath());
        BrokerSettings settings =
                new BrokerSettings(dir.toAbsolutePath(), wanted.settle(storage.remembered()), overrides);
        storage.prepare(settings);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings.properties(), false), Time.SYSTEM);
        server.startup();
        return new RunningBroker(server, settings);
    }

    /** Says where clients connect, as {@code host:port}. */
    public String bootstrap() {
        return settings.bootstrap();
    }

    /** Waits until somebody has stopped the broker. */
    void awaitStop() {
        server.awaitShutdown();
    }

    /** Stops cleanly: the log is flushed and the directory stays. */
    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    @Override
    public void close() {
        stop();
    }
}
