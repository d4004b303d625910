package dev.ponder.triton.client.shard;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.ponder.triton.wire.GRPCInferenceServiceGrpc;
import dev.ponder.triton.wire.ServerReadyRequest;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real Triton server with toy models, run by the script in the folder that {@code PONDER_TOOLS} names. */
final class RealTriton implements AutoCloseable {

    private static final Path INSTALL = Path.of("target", "real-triton").toAbsolutePath();

    private final Process process;
    private final Path log;
    private final Path events;
    private final int grpcPort;
    private final int metricsPort;
    private final ManagedChannel channel;

    private RealTriton(Process process, Path log, Path events, int grpcPort, int metricsPort) {
        this.process = process;
        this.log = log;
        this.events = events;
        this.grpcPort = grpcPort;
        this.metricsPort = metricsPort;
        this.channel = NettyChannelBuilder.forAddress("127.0.0.1", grpcPort)
                .usePlaintext()
                .directExecutor()
                .build();
    }

    /** Starts one and waits until it is ready; aborts the test with a sentence where that is not possible here. */
    static RealTriton start() throws IOException {
        Path script = script();
        Files.createDirectories(INSTALL);
        Path log = Files.createTempFile(INSTALL, "server", ".log");
        Path events = Files.createTempFile(INSTALL, "events", ".jsonl");
        String[] ports = {freePort(), freePort(), freePort()};
        Path models = ownCopy(script.resolveSibling("models"));
        ProcessBuilder builder = new ProcessBuilder(
                        script.toString(), INSTALL.toString(), models.toString(), ports[0], ports[1], ports[2])
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("TRITON_PROBE_EVENTS", events.toString());
        builder.environment().put("TRITON_EXIT_TIMEOUT", "10");
        RealTriton started =
                new RealTriton(builder.start(), log, events, Integer.parseInt(ports[1]), Integer.parseInt(ports[2]));
        started.awaitReady();
        return started;
    }

    private static Path script() {
        Optional<Path> script = Optional.ofNullable(System.getenv("PONDER_TOOLS"))
                .map(tools -> Path.of(tools, "triton", "start-triton.sh"))
                .filter(Files::isExecutable);
        return script.orElseGet(
                () -> abort(
                        "No real Triton: set PONDER_TOOLS to a folder that holds triton/start-triton.sh to try the client on one."));
    }

    /** The one model that is needed, in a folder of our own: Python leaves its compiled files beside a model. */
    private static Path ownCopy(Path models) throws IOException {
        Path copy = INSTALL.resolve("models");
        Files.createDirectories(copy.resolve("llm_stream", "1"));
        for (String file : List.of("config.pbtxt", "1/model.py")) {
            Path own = copy.resolve("llm_stream").resolve(file);
            Files.write(own, Files.readAllBytes(models.resolve("llm_stream").resolve(file)));
        }
        return copy;
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    /** The first start downloads the server. */
    private void awaitReady() {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (!process.isAlive()) {
                        abort("No real Triton: " + Files.readAllLines(log).getLast());
                    }
                    return isReady();
                });
    }

    private boolean isReady() {
        try {
            return GRPCInferenceServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(5, TimeUnit.SECONDS)
                    .serverReady(ServerReadyRequest.getDefaultInstance())
                    .getReady();
        } catch (StatusRuntimeException notYet) {
            return false;
        }
    }

    Channel channel() {
        return channel;
    }

    ShardAddress address() {
        return new ShardAddress("127.0.0.1", grpcPort);
    }

    URI metrics() {
        return URI.create("http://127.0.0.1:" + metricsPort + "/metrics");
    }

    /** What the toy models noted of themselves, a JSON object a line. */
    List<String> events() throws IOException {
        return Files.readAllLines(events);
    }

    /** SIGTERM: the server refuses new work and waits for its streams. */
    void leave() {
        process.destroy();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        channel.shutdownNow();
        process.destroy();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
