package dev.ponder.local.connect;

import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.up.Running;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Kafka: the one named, else the one in the file, else that of the stack that {@code up} keeps. */
public final class ConnectOptions {

    @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "This Kafka, not that of ./ponder up.")
    private @Nullable String bootstrap;

    @Option(
            names = "--client-config",
            paramLabel = "FILE",
            description = "Kafka client properties, for a broker that wants TLS or a login.")
    private @Nullable Path clientConfig;

    /** Finds it; empty where none is named and nothing is up. */
    public Optional<Cluster> find(Checkout checkout) throws IOException {
        Map<String, Object> client = clientConfig == null ? new HashMap<>() : read(clientConfig);
        if (bootstrap != null) {
            client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        }
        if (!client.containsKey(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
            Running.find(checkout)
                    .ifPresent(up -> client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, up.bootstrap()));
        }
        return client.containsKey(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)
                ? Optional.of(new Cluster(client))
                : Optional.empty();
    }

    /** Finds it, or says what to do. */
    public Cluster need(Checkout checkout) throws IOException, LaunchException {
        return find(checkout)
                .orElseThrow(() -> new LaunchException(
                        "nothing is up: name a Kafka by --bootstrap, or start a stack by ./ponder up"));
    }

    private static Map<String, Object> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, Object> client = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> client.put(name, properties.getProperty(name)));
        return client;
    }
}
