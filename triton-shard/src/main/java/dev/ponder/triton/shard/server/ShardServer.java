package dev.ponder.triton.shard.server;

import dev.ponder.triton.shard.brain.Brain;
import dev.ponder.triton.shard.engine.Engine;
import dev.ponder.triton.shard.fault.ActiveFaults;
import dev.ponder.triton.shard.metrics.MetricsPage;
import dev.ponder.triton.shard.metrics.ShardCounters;
import dev.ponder.triton.shard.model.ModelDef;
import dev.ponder.triton.shard.model.Profile;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A running shard: gRPC, health and metrics. Stopping refuses new work at once and lets streams in progress run on for a while. */
public final class ShardServer {

    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final Duration PING_EVERY = Duration.ofSeconds(10);

    private final Server grpc;
    private final HttpPages http;
    private final HttpPages metrics;
    private final Engine engine;
    private final ShutdownState state;
    private final ExecutorService pages;

    private ShardServer(
            Server grpc, HttpPages http, HttpPages metrics, Engine engine, ShutdownState state, ExecutorService pages) {
        this.grpc = grpc;
        this.http = http;
        this.metrics = metrics;
        this.engine = engine;
        this.state = state;
        this.pages = pages;
    }

    /**
     * Starts a shard that serves one model.
     *
     * @throws IOException if a port is taken
     */
    public static ShardServer start(
            ShardAddress address, Profile profile, String modelName, Brain brain, Engine engine, ActiveFaults faults)
            throws IOException {
        ModelDef model = profile.model(modelName);
        ShardCounters counters = new ShardCounters();
        ShutdownState state = new ShutdownState();
        Generations generations = new Generations(brain, engine, TextForm.valueOf(profile.name()), faults);
        Server grpc = NettyServerBuilder.forAddress(socket(address.bind(), address.grpcPort()))
                .addService(new InferenceService(model, generations, counters, state))
                .addService(new HealthCheck())
                .maxInboundMessageSize(UNLIMITED)
                .permitKeepAliveTime(PING_EVERY.toSeconds(), TimeUnit.SECONDS)
                .build()
                .start();
        ExecutorService pages = Executors.newVirtualThreadPerTaskExecutor();
        HttpPages http = HttpPages.open(socket(address.bind(), address.httpPort()), pages)
                .page("/v2/health/live", () -> "")
                .page("/v2/health/ready", () -> "")
                .command("/simulated/faults", text -> switchFaults(faults, text));
        HttpPages metrics = HttpPages.open(socket(address.bind(), address.metricsPort()), pages)
                .page("/metrics", () -> MetricsPage.of(model.name(), counters, engine.load()));
        http.start();
        metrics.start();
        return new ShardServer(grpc, http, metrics, engine, state, pages);
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

    /** Refuses new inferences, waits for streams in progress as long as the grace lasts, then ends. */
    public void stop(Duration grace) throws InterruptedException {
        state.go();
        grpc.shutdown();
        if (!grpc.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
            grpc.shutdownNow();
        }
        http.stop();
        metrics.stop();
        engine.close();
        pages.shutdownNow();
    }
}
