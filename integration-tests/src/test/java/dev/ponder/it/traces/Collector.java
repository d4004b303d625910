package dev.ponder.it.traces;

import static org.awaitility.Awaitility.await;

import dev.ponder.local.launch.FreePorts;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A real OpenTelemetry Collector: takes OTLP over gRPC and HTTP, and hands all on to a {@link TraceSink}. One thread. */
final class Collector {

    private static final Duration START = Duration.ofSeconds(30);

    private final Path program;
    private final Path dir;
    private final int grpc;
    private final int http;
    private @Nullable Process process;

    private Collector(Path program, Path dir, int grpc, int http) {
        this.program = program;
        this.dir = dir;
        this.grpc = grpc;
        this.http = http;
    }

    /** Prepares one that does not run yet, whose ports are chosen. */
    static Collector prepare(Path program, Path dir, TraceSink sink) throws IOException, LaunchException {
        Collector collector = new Collector(program, dir, FreePorts.one(), FreePorts.one());
        Files.writeString(dir.resolve("otelcol.yaml"), collector.config(sink));
        return collector;
    }

    private String config(TraceSink sink) {
        return """
            receivers: {otlp: {protocols: {grpc: {endpoint: '127.0.0.1:%d'}, http: {endpoint: '127.0.0.1:%d'}}}}
            processors: {batch: {timeout: 200ms}}
            exporters: {otlphttp: {endpoint: '%s', encoding: json, compression: none, tls: {insecure: true}}}
            service:
              telemetry: {metrics: {level: none}}
              pipelines: {traces: {receivers: [otlp], processors: [batch], exporters: [otlphttp]}}
            """.formatted(grpc, http, sink.address());
    }

    /** What a service is told. */
    String grpcAddress() {
        return "http://127.0.0.1:" + grpc;
    }

    /** Where spans go by HTTP. */
    String httpTraces() {
        return "http://127.0.0.1:" + http + "/v1/traces";
    }

    /** Starts it, for the first time or again, and returns when it listens. */
    void start() throws IOException {
        process = new ProcessBuilder(
                        program.toString(),
                        "--config",
                        dir.resolve("otelcol.yaml").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        dir.resolve("otelcol.log").toFile()))
                .start();
        await().atMost(START).pollInterval(Duration.ofMillis(100)).until(() -> listens(grpc) && listens(http));
    }

    /** SIGTERM: it hands on what it has and ends. */
    void stop() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroy();
            if (!running.waitFor(20, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
