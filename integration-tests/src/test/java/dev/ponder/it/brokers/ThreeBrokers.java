package dev.ponder.it.brokers;

import static java.util.Objects.requireNonNull;

import dev.ponder.local.launch.FreePorts;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.testkafka.TestKafka;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * Three real brokers as processes, each topic on all three, two of them enough to write. The first is the controller too, and is not
 * to be killed: who elects leaders is another question.
 */
final class ThreeBrokers {

    private static final Map<String, String> REPLICATED = Map.of(
            "default.replication.factor", "3",
            "min.insync.replicas", "2",
            "offsets.topic.replication.factor", "3",
            "transaction.state.log.replication.factor", "3",
            "transaction.state.log.min.isr", "2",
            "share.coordinator.state.topic.replication.factor", "3",
            "share.coordinator.state.topic.min.isr", "2",
            "broker.session.timeout.ms", "6000",
            "broker.heartbeat.interval.ms", "1000");

    private final Path dir;
    private final Map<Integer, List<String>> commands = new LinkedHashMap<>();
    private final Map<Integer, Process> running = new LinkedHashMap<>();
    private final List<String> bootstrap = new ArrayList<>();

    private ThreeBrokers(Path dir) {
        this.dir = dir;
    }

    static ThreeBrokers start(Path dir) throws IOException, InterruptedException, LaunchException {
        TestKafka.sayEmbedded("three brokers run as processes, and one is killed");
        ThreeBrokers brokers = new ThreeBrokers(dir);
        int controller = FreePorts.one();
        brokers.add(1, List.of("--controller-port", Integer.toString(controller)), Map.of());
        brokers.restart(1);
        String cluster = brokers.clusterId();
        for (int id : List.of(2, 3)) {
            int port = FreePorts.one();
            String listener = "CLIENTS://127.0.0.1:" + port;
            Map<String, String> broker = Map.of(
                    "process.roles",
                    "broker",
                    "node.id",
                    Integer.toString(id),
                    "listeners",
                    listener,
                    "controller.quorum.bootstrap.servers",
                    "127.0.0.1:" + controller);
            brokers.format(id, cluster, broker);
            brokers.add(id, List.of("--port", Integer.toString(port)), broker);
            brokers.restart(id);
        }
        return brokers;
    }

    private void add(int id, List<String> arguments, Map<String, String> own) {
        List<String> command = java("dev.ponder.local.broker.BrokerMain");
        command.addAll(List.of(
                "--dir",
                home(id).toString(),
                "--parent",
                Long.toString(ProcessHandle.current().pid())));
        command.addAll(arguments);
        Map<String, String> overrides = new LinkedHashMap<>(REPLICATED);
        overrides.putAll(own);
        overrides.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        commands.put(id, command);
    }

    private static List<String> java(String main) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "-cp",
                System.getProperty("java.class.path"),
                main));
    }

    /** A node that votes for nobody is formatted by Kafka's own tool under the cluster's id. */
    private void format(int id, String cluster, Map<String, String> own) throws IOException, InterruptedException {
        Properties properties = new Properties();
        properties.putAll(own);
        properties.setProperty("log.dirs", home(id).resolve("log").toString());
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty("inter.broker.listener.name", "CLIENTS");
        properties.setProperty("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        Files.createDirectories(home(id));
        Path file = home(id).resolve("format.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        List<String> command = java("kafka.tools.StorageTool");
        command.addAll(List.of("format", "--no-initial-controllers", "-t", cluster, "-c", file.toString()));
        Process tool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("format-" + id + ".log").toFile())
                .start();
        if (tool.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(dir.resolve("format-" + id + ".log")));
        }
    }

    private String clusterId() throws IOException {
        Properties meta = new Properties();
        try (Reader reader = Files.newBufferedReader(home(1).resolve("log").resolve("meta.properties"))) {
            meta.load(reader);
        }
        return meta.getProperty("cluster.id");
    }

    private Path home(int id) {
        return dir.resolve("broker-" + id);
    }

    /** Starts a broker, for the first time or again, and returns when it serves. */
    void restart(int id) throws IOException {
        Process process = new ProcessBuilder(requireNonNull(commands.get(id)))
                .redirectError(dir.resolve("broker-" + id + "-" + System.nanoTime() + ".log")
                        .toFile())
                .start();
        running.put(id, process);
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        while (line != null && !line.contains("\"ready\":true")) {
            line = said.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("broker " + id + " did not start; see its log in " + dir);
        }
        String address = line.replaceAll(".*\"bootstrap\":\"([^\"]+)\".*", "$1");
        if (!bootstrap.contains(address)) {
            bootstrap.add(address);
        }
    }

    /** SIGKILL. */
    void kill(int id) throws InterruptedException {
        requireNonNull(running.get(id)).destroyForcibly().waitFor();
    }

    /** Where clients connect: all three. */
    String bootstrap() {
        return String.join(",", bootstrap);
    }

    void stop() throws InterruptedException {
        for (Process process : running.values()) {
            process.destroy();
        }
        for (Process process : running.values()) {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
