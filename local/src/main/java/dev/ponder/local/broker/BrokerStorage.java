package dev.ponder.local.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The broker's directory: formatted once, and remembering its ports for a restart. */
final class BrokerStorage {

    private static final String BROKER_PORT = "ponder.port";
    private static final String CONTROLLER_PORT = "ponder.controller.port";

    private final Path dir;
    private final Path ports;

    BrokerStorage(Path dir) {
        this.dir = dir;
        this.ports = dir.resolve("ports.properties");
    }

    /** Says which ports the last start here used; {@link BrokerPorts#ANY} for both when there was none. */
    BrokerPorts remembered() throws IOException {
        Properties kept = new Properties();
        if (Files.exists(ports)) {
            try (Reader reader = Files.newBufferedReader(ports)) {
                kept.load(reader);
            }
        }
        return new BrokerPorts(
                Integer.parseInt(kept.getProperty(BROKER_PORT, "0")),
                Integer.parseInt(kept.getProperty(CONTROLLER_PORT, "0")));
    }

    /** Writes down the settings of this start, and formats the log at the first. */
    void prepare(BrokerSettings settings) throws IOException {
        Files.createDirectories(dir);
        Properties kept = new Properties();
        kept.setProperty(BROKER_PORT, String.valueOf(settings.ports().broker()));
        kept.setProperty(CONTROLLER_PORT, String.valueOf(settings.ports().controller()));
        store(kept, ports);
        Path server = dir.resolve("server.properties");
        store(settings.properties(), server);
        if (!Files.exists(dir.resolve("log").resolve("meta.properties"))) {
            format(server);
        }
    }

    private static void format(Path server) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] arguments = {"format", "--standalone", "-t", Uuid.randomUuid().toString(), "-c", server.toString()};
        int status = StorageTool.execute(arguments, new PrintStream(said, true, UTF_8));
        if (status != 0) {
            throw new IllegalStateException("cannot format the broker's log: " + said.toString(UTF_8));
        }
    }

    private static void store(Properties properties, Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }
}
