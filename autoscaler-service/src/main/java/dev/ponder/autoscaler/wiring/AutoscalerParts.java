package dev.ponder.autoscaler.wiring;

import static java.util.Objects.requireNonNull;

import dev.ponder.autoscaler.board.DecisionBoard;
import dev.ponder.autoscaler.loop.DecisionSink;
import dev.ponder.autoscaler.loop.FileSink;
import dev.ponder.autoscaler.loop.LogSink;
import dev.ponder.autoscaler.loop.LoopConfig;
import dev.ponder.autoscaler.loop.LoopMeters;
import dev.ponder.autoscaler.pool.PoolConfig;
import dev.ponder.autoscaler.pool.PoolsConfig;
import dev.ponder.autoscaler.serving.ScalerEndpoint;
import dev.ponder.autoscaler.serving.ScalerServer;
import dev.ponder.autoscaler.serving.ServingConfig;
import dev.ponder.autoscaler.serving.WakeWatch;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.scaling.observation.PoolObservation;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/** Makes the parts that all pools share. */
@Singleton
final class AutoscalerParts {

    @Produces
    @Singleton
    Ticker ticker() {
        return Ticker.system();
    }

    @Produces
    @Singleton
    Admin admin(@Identifier("default-kafka-broker") Map<String, Object> client) {
        return Admin.create(new HashMap<>(client));
    }

    void close(@Disposes Admin admin) {
        admin.close();
    }

    @Produces
    @Singleton
    DecisionBoard board(Ticker ticker, ServingConfig config) {
        return new DecisionBoard(ticker, config.maxAge());
    }

    @Produces
    @Singleton
    DecisionSink sink(LoopConfig config, Ticker ticker) {
        return config.decisions()
                .<DecisionSink>map(file -> new FileSink(file, ticker))
                .orElseGet(LogSink::new);
    }

    @Produces
    @Singleton
    LoopMeters meters(MeterRegistry registry, DecisionBoard board, PoolsConfig config) {
        List<PoolId> pools = config.pools().keySet().stream().map(PoolId::new).toList();
        Map<PoolId, List<Consumer<PoolObservation>>> ledgers = pools.stream()
                .collect(Collectors.toUnmodifiableMap(
                        pool -> pool, pool -> Ledgers.of(pool, settings(config, pool), registry)));
        pools.forEach(pool -> PoolGauges.show(pool, settings(config, pool), registry));
        return new LoopMeters(registry, board, pools, ledgers);
    }

    private static PoolConfig settings(PoolsConfig config, PoolId pool) {
        return requireNonNull(config.pools().get(pool.value()));
    }

    @Produces
    @Singleton
    ScalerServer server(ServingConfig config, RunningPools pools, DecisionBoard board, Ticker ticker) {
        List<WakeWatch> watches = pools.watches();
        return new ScalerServer(
                config, new ScalerEndpoint(watches, board, ticker), Executors.newVirtualThreadPerTaskExecutor());
    }
}
