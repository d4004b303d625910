package dev.ponder.cache.it;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.json.Json;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The service as users start it: {@code java -jar quarkus-run.jar} with system properties. */
final class RunningCache {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private final Process process;
    private final int httpPort;
    private final int grpcPort;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningCache(Process process, int httpPort, int grpcPort) {
        this.process = process;
        this.httpPort = httpPort;
        this.grpcPort = grpcPort;
    }

    static RunningCache start(String bootstrap, Path directory, Map<String, String> more) throws IOException {
        int httpPort = freePort();
        int grpcPort = freePort();
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dkafka.bootstrap.servers=" + bootstrap,
                "-Dcache.grpc.port=" + grpcPort,
                "-Dcache.storage.directory=" + directory,
                "-Dquarkus.http.port=" + httpPort));
        more.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", JAR.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "cache-it.log").toFile()))
                .start();
        return new RunningCache(process, httpPort, grpcPort);
    }

    int grpcPort() {
        return grpcPort;
    }

    /** Says whether the check is up, and why not; {@code "unreachable"} before the port is open. */
    String health(String check) throws InterruptedException {
        return get("/q/health/" + check);
    }

    /** One meter of the Prometheus page, or empty text. */
    String meters() throws InterruptedException {
        return get("/q/metrics");
    }

    boolean isUp(String check) throws InterruptedException, IOException {
        String answer = health(check);
        JsonNode status =
                answer.startsWith("{") ? Json.mapper().readTree(answer).path("status") : null;
        return status != null && status.asText().equals("UP");
    }

    private String get(String path) throws InterruptedException {
        try {
            URI uri = URI.create("http://127.0.0.1:" + httpPort + path);
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException notYet) {
            return "unreachable";
        }
    }

    /** Has it stand still, or go on, as a machine that sleeps does. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Ends it as the kernel does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it as a platform does, and says how it ended. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            kill();
        }
        return process.exitValue();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
