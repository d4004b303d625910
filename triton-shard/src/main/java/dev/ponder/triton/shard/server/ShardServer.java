package dev.ponder.triton.shard.server;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.shard.brain.Brain;
import dev.ponder.triton.shard.engine.Engine;
import dev.ponder.triton.shard.fault.ActiveFaults;
import dev.ponder.triton.shard.metrics.Host;
import dev.ponder.triton.shard.metrics.MetricsPage;
import dev.ponder.triton.shard.metrics.ShardCounters;
import dev.ponder.triton.shard.model.Profile;
import dev.ponder.triton.shard.serve.ServedModel;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A running shard: gRPC, health and metrics. Stopping refuses new work at once, in the words of a real server, and lets calls in
 * progress run on for a while; new connections are still taken meanwhile.
 */
public final class ShardServer {

    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Server grpc;
    private final HttpPages http;
    private final HttpPages metrics;
    private final Engine engine;
    private final ShutdownState state;
    private final OpenCalls calls;
    private final Connections connections;
    private final ExecutorService pages;

    private ShardServer(
            ShardAddress address,
            Catalogue catalogue,
            Supplier<String> page,
            Engine engine,
            ActiveFaults faults,
            ShutdownState state)
            throws IOException {
        this.engine = engine;
        this.state = state;
        this.calls = new OpenCalls();
        this.connections = new Connections();
        this.pages = Executors.newVirtualThreadPerTaskExecutor();
        this.grpc = connections
                .watch(NettyServerBuilder.forAddress(socket(address.bind(), address.grpcPort())))
                .addService(new InferenceService(catalogue, connections))
                .addService(new HealthCheck())
                .intercept(new ExitingGuard(state))
                .addStreamTracerFactory(calls)
                .maxInboundMessageSize(UNLIMITED)
                .build()
                .start();
        this.http = HttpPages.open(socket(address.bind(), address.httpPort()), pages)
                .page("/v2/health/live", () -> "")
                .page("/v2/health/ready", () -> "")
                .command("/simulated/faults", text -> switchFaults(faults, text));
        this.metrics = HttpPages.open(socket(address.bind(), address.metricsPort()), pages)
                .page("/metrics", page);
        http.start();
        metrics.start();
    }

    /**
     * Starts a shard that serves one model.
     *
     * @throws IOException if a port is taken
     */
    public static ShardServer start(
            ShardAddress address, Profile profile, String modelName, Brain brain, Engine engine, ActiveFaults faults)
            throws IOException {
        return start(address, served(profile, modelName, brain, engine, faults), List.of(), engine, faults);
    }

    /** The model of a profile, which a brain and an engine answer for. */
    public static ServedModel served(
            Profile profile, String modelName, Brain brain, Engine engine, ActiveFaults faults) {
        ShardCounters counters = new ShardCounters();
        TextForm form = TextForm.valueOf(profile.name());
        return new ServedModel(
                profile.model(modelName), new Generations(brain, engine, form, faults, counters), counters);
    }

    /**
     * Starts a shard that serves a model, and others beside it.
     *
     * @param model the one that the metrics are about
     * @throws IOException if a port is taken
     */
    public static ShardServer start(
            ShardAddress address, ServedModel model, List<ServedModel> others, Engine engine, ActiveFaults faults)
            throws IOException {
        List<ServedModel> all = new ArrayList<>(others);
        all.add(model);
        ShutdownState state = new ShutdownState(faults);
        return new ShardServer(
                address,
                new Catalogue(all, state),
                () -> MetricsPage.of(
                        model.definition().name(),
                        model.counters(),
                        engine.load(),
                        Host.at(Ticker.system().now())),
                engine,
                faults,
                state);
    }

    private static String switchFaults(ActiveFaults faults, String text) {
        faults.set(text);
        return "faults: " + text + "\n";
    }

    private static InetSocketAddress socket(InetAddress bind, int port) {
        return new InetSocketAddress(bind, port);
    }

    /** The port of the gRPC calls. */
    public int grpcPort() {
        return grpc.getPort();
    }

    /** The port of health and faults. */
    public int httpPort() {
        return http.port();
    }

    /** The port of the metrics. */
    public int metricsPort() {
        return metrics.port();
    }

    /** Refuses new inferences, waits for calls in progress as long as the grace lasts, then ends. */
    public void stop(Duration grace) throws InterruptedException {
        state.go();
        http.stop();
        calls.awaitNone(grace);
        grpc.shutdown();
        if (grace.isZero() || !grpc.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
            grpc.shutdownNow();
        }
        metrics.stop();
        engine.close();
        connections.close();
        pages.shutdownNow();
    }
}
