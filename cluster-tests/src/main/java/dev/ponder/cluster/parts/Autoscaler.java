package dev.ponder.cluster.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.json.Json;
import dev.ponder.local.launch.AutoscalerCommand;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.FreePorts;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** The autoscaler that ships, as a process of its own: its log and its decisions are in files. One thread. */
public final class Autoscaler implements AutoCloseable {

    private static final long GRACE_SECONDS = 20;

    private final Process process;
    private final Path log;
    private final Path decisions;
    private final int httpPort;
    private final int grpcPort;
    private final HttpClient http = HttpClient.newHttpClient();

    private Autoscaler(Process process, Path log, Path decisions, int httpPort, int grpcPort) {
        this.process = process;
        this.log = log;
        this.decisions = decisions;
        this.httpPort = httpPort;
        this.grpcPort = grpcPort;
    }

    /**
     * Starts it and returns at once.
     *
     * @param name of its files in the folder
     * @param keys system properties
     */
    public static Autoscaler start(Path folder, String name, String bootstrap, Map<String, String> keys)
            throws IOException, LaunchException {
        return start(folder, name, bootstrap, FreePorts.one(), keys);
    }

    /** Starts it with a port for KEDA that is known before. */
    public static Autoscaler start(Path folder, String name, String bootstrap, int grpcPort, Map<String, String> keys)
            throws IOException, LaunchException {
        Path jar = Checkout.current().service("autoscaler-service");
        Path log = folder.resolve(name + ".log");
        Path decisions = folder.resolve(name + ".decisions.jsonl");
        int httpPort = FreePorts.one();
        Map<String, String> settings = new HashMap<>(Map.of(
                "kafka.bootstrap.servers", bootstrap,
                "autoscaler.serving.port", Integer.toString(grpcPort),
                "autoscaler.loop.decisions", decisions.toString(),
                "quarkus.http.host", "127.0.0.1",
                "quarkus.http.port", Integer.toString(httpPort)));
        settings.putAll(keys);
        Process process = new ProcessBuilder(AutoscalerCommand.of(jar, "256m", List.of(), settings))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroyForcibly));
        return new Autoscaler(process, log, decisions, httpPort, grpcPort);
    }

    /** Where KEDA is served. */
    public int grpcPort() {
        return grpcPort;
    }

    public Path decisions() {
        return decisions;
    }

    /** Whether it was live when it was asked. */
    public boolean isLive() {
        return get("/q/health/live").contains("\"UP\"");
    }

    /** What a page says; an empty text where nobody answers. */
    public String get(String path) {
        try {
            URI page = URI.create("http://127.0.0.1:" + httpPort + path);
            return http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException notYet) {
            return "";
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** What it has said so far. */
    public String said() {
        return read(log);
    }

    /** The lines of its decisions so far, laws among them. */
    public List<String> decided() {
        return Files.exists(decisions) ? read(decisions).lines().toList() : List.of();
    }

    /** How many replicas it wanted last for a pool. */
    public OptionalInt wanted(String pool) {
        return decided().reversed().stream()
                .map(line -> replicas(line, pool))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    private static OptionalInt replicas(String line, String pool) {
        try {
            JsonNode tree = Json.mapper().readTree(line);
            JsonNode replicas = tree.path("decided").path("replicas");
            boolean told = replicas.isInt() && tree.path("pool").asText().equals(pool);
            return told ? OptionalInt.of(replicas.asInt()) : OptionalInt.empty();
        } catch (IOException beingWritten) {
            return OptionalInt.empty();
        }
    }

    /** The word by which it names itself in a lease. */
    public boolean isCalled(String identity) {
        return identity.contains("-" + process.pid() + "-");
    }

    /** Sends it a signal by its name, as {@code STOP} or {@code CONT}. */
    public void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Ends it by SIGKILL and returns when it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it by SIGTERM and says how it ended; by force where it does not go, which is 137. */
    public int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
            kill();
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
