package dev.ponder.models.layout;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.ponder.triton.client.shard.ShardAddress;
import dev.ponder.triton.wire.GRPCInferenceServiceGrpc;
import dev.ponder.triton.wire.GRPCInferenceServiceGrpc.GRPCInferenceServiceBlockingStub;
import dev.ponder.triton.wire.ServerReadyRequest;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real Triton server with a repository of ours, run by the script in the folder that {@code PONDER_TOOLS} names. */
final class RealTriton implements AutoCloseable {

    private static final Path INSTALL = Path.of("target", "real-triton").toAbsolutePath();

    private final Process process;
    private final Path log;
    private final int port;
    private final ManagedChannel channel;

    private RealTriton(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.channel = NettyChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .directExecutor()
                .build();
    }

    /** Starts one and waits until it is ready; aborts the test with a sentence where that is not possible here. */
    static RealTriton serving(Path repository) throws IOException {
        Path script = script();
        Files.createDirectories(INSTALL);
        Path log = Files.createTempFile(INSTALL, "server", ".log");
        String[] ports = {freePort(), freePort(), freePort()};
        ProcessBuilder builder = new ProcessBuilder(
                        script.toString(), INSTALL.toString(), repository.toString(), ports[0], ports[1], ports[2])
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("TRITON_EXIT_TIMEOUT", "10");
        RealTriton started = new RealTriton(builder.start(), log, Integer.parseInt(ports[1]));
        try {
            started.awaitReady();
            return started;
        } catch (RuntimeException | Error notReady) {
            started.close();
            throw notReady;
        }
    }

    private static Path script() {
        Optional<Path> script = Optional.ofNullable(System.getenv("PONDER_TOOLS"))
                .map(tools -> Path.of(tools, "triton", "start-triton.sh"))
                .filter(Files::isExecutable);
        return script.orElseGet(() -> abort(
                "No real Triton: set PONDER_TOOLS to a folder that holds triton/start-triton.sh to load a layout."));
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    /** The first start downloads the server. One that ends before it is ready has refused the repository. */
    private void awaitReady() {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("Triton ended:\n" + Files.readString(log));
                    }
                    return isReady();
                });
    }

    private boolean isReady() {
        try {
            return inference()
                    .serverReady(ServerReadyRequest.getDefaultInstance())
                    .getReady();
        } catch (StatusRuntimeException notYet) {
            return false;
        }
    }

    GRPCInferenceServiceBlockingStub inference() {
        return GRPCInferenceServiceGrpc.newBlockingStub(channel).withDeadlineAfter(5, TimeUnit.SECONDS);
    }

    ShardAddress address() {
        return new ShardAddress("127.0.0.1", port);
    }

    @Override
    public void close() {
        channel.shutdownNow();
        process.destroy();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
