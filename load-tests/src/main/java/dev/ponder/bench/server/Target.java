package dev.ponder.bench.server;

import dev.ponder.triton.wire.GRPCInferenceServiceGrpc;
import dev.ponder.triton.wire.ServerReadyRequest;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A server that a bench drives, and that can be told to go, or be killed. One thread. */
public final class Target implements AutoCloseable {

    /** Where every server listens. */
    public static final String HOST = "127.0.0.1";

    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Duration LAST_GRACE = Duration.ofSeconds(5);

    private final Process process;
    private final Ports ports;
    private final Path events;
    private final FaultSwitch faults;
    private final ManagedChannel channel;

    /** Switches what the model does wrong; an empty text switches all off. */
    @FunctionalInterface
    interface FaultSwitch {
        void set(String faults) throws IOException, InterruptedException;
    }

    Target(Process process, Ports ports, Path events, FaultSwitch faults) {
        this.process = process;
        this.ports = ports;
        this.events = events;
        this.faults = faults;
        this.channel = newChannel(UNLIMITED);
        // A bench that is interrupted must not leave servers behind.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroyForcibly));
    }

    /** The channel that most cases share. */
    public ManagedChannel channel() {
        return channel;
    }

    /** A channel of one's own, to be shut down by the caller. */
    public ManagedChannel newChannel(int mostBytes) {
        return NettyChannelBuilder.forAddress(HOST, ports.grpc())
                .usePlaintext()
                .maxInboundMessageSize(mostBytes)
                .directExecutor()
                .build();
    }

    /** The port of the gRPC calls. */
    public int grpcPort() {
        return ports.grpc();
    }

    /** The page of the metrics. */
    public URI metrics() {
        return URI.create("http://" + HOST + ":" + ports.metrics() + "/metrics");
    }

    /** Switches what the model {@code tensorrt_llm} does wrong, in the form {@code error=3}. */
    public void fault(String text) throws IOException, InterruptedException {
        faults.set(text);
    }

    /** Whether a toy model notes an event of a request within a time. */
    public boolean notes(String event, String id, Duration within) throws InterruptedException {
        return holds(() -> hasNoted(event, id), within);
    }

    private boolean hasNoted(String event, String id) {
        try {
            return Files.exists(events)
                    && Files.readAllLines(events).stream()
                            .anyMatch(line -> line.contains("\"" + event + "\"") && line.contains("\"" + id + "\""));
        } catch (IOException beingWritten) {
            return false;
        }
    }

    /** Waits until the server says that it is ready; false where its process ends before. */
    boolean awaitReady(Duration within) throws InterruptedException {
        return holds(() -> !process.isAlive() || isReady(), within) && process.isAlive();
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

    /** Sends SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** Sends SIGKILL, and waits until it has worked. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Whether the process ends within a time. */
    public boolean ends(Duration within) throws InterruptedException {
        return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether something holds within a time. */
    public static boolean holds(BooleanSupplier condition, Duration within) throws InterruptedException {
        long untilNanos = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - untilNanos >= 0) {
                return false;
            }
            Thread.sleep(LOOK_EVERY);
        }
        return true;
    }

    @Override
    public void close() {
        channel.shutdownNow();
        process.destroy();
        try {
            if (!ends(LAST_GRACE)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
