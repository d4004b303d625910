package dev.ponder.autoscaler.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.local.launch.AutoscalerCommand;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The service as users start it: {@code java -jar quarkus-run.jar} with system properties. */
final class RunningAutoscaler implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Path LOG = Path.of("target", "autoscaler-it.log");

    private final Process process;
    private final long saidBefore;
    private final int httpPort;
    private final int grpcPort;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningAutoscaler(Process process, long saidBefore, int httpPort, int grpcPort) {
        this.process = process;
        this.saidBefore = saidBefore;
        this.httpPort = httpPort;
        this.grpcPort = grpcPort;
    }

    static RunningAutoscaler start(String bootstrap, Map<String, String> more) throws IOException {
        int httpPort = freePort();
        int grpcPort = freePort();
        Map<String, String> settings = new HashMap<>(Map.of(
                "kafka.bootstrap.servers", bootstrap,
                "autoscaler.serving.port", Integer.toString(grpcPort),
                "quarkus.http.port", Integer.toString(httpPort)));
        settings.putAll(more);
        long saidBefore = Files.exists(LOG) ? Files.size(LOG) : 0;
        Process process = new ProcessBuilder(AutoscalerCommand.of(JAR, "256m", List.of(), settings))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .start();
        return new RunningAutoscaler(process, saidBefore, httpPort, grpcPort);
    }

    int grpcPort() {
        return grpcPort;
    }

    /** What the page says; {@code "unreachable"} before the port is open. */
    String get(String path) throws InterruptedException {
        try {
            URI uri = URI.create("http://127.0.0.1:" + httpPort + path);
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException notYet) {
            return "unreachable";
        }
    }

    /** Ends it as a platform does, and says how it ended. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return process.exitValue();
    }

    /** Waits until it ends by itself, and says how; a process that goes on is no end, which is -1. */
    int end() throws InterruptedException {
        return process.waitFor(60, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    /** What it has said so far; and whoever ran beside it. */
    String said() throws IOException {
        byte[] all = Files.readAllBytes(LOG);
        return new String(all, (int) saidBefore, all.length - (int) saidBefore, UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
