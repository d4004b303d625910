package dev.ponder.autoscaler.wiring;

import dev.ponder.autoscaler.board.DecisionBoard;
import dev.ponder.autoscaler.cluster.Cluster;
import dev.ponder.autoscaler.cluster.ClusterConfig;
import dev.ponder.autoscaler.health.PoolVitals;
import dev.ponder.autoscaler.loop.DecisionSink;
import dev.ponder.autoscaler.loop.LoopConfig;
import dev.ponder.autoscaler.loop.LoopMeters;
import dev.ponder.autoscaler.loop.PoolLoop;
import dev.ponder.autoscaler.loop.PoolTurn;
import dev.ponder.autoscaler.observation.PoolWatch;
import dev.ponder.autoscaler.pool.PoolConfig;
import dev.ponder.autoscaler.pool.PoolsConfig;
import dev.ponder.autoscaler.pool.ServedPool;
import dev.ponder.autoscaler.pool.TargetConfig;
import dev.ponder.autoscaler.serving.ServingConfig;
import dev.ponder.autoscaler.serving.WakeWatch;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.mechanics.time.Ticker;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/** The loops and watches of all pools, made from settings, and the cluster that they share. Started and stopped by one thread. */
@Singleton
final class RunningPools implements PoolVitals {

    private final List<PoolId> ids = new ArrayList<>();
    private final List<PoolLoop> loops = new ArrayList<>();
    private final List<WakeWatch> watches = new ArrayList<>();
    private final Optional<Cluster> cluster;
    private final boolean writes;

    RunningPools(
            PoolsConfig pools,
            LoopConfig loop,
            ServingConfig serving,
            ClusterConfig clusterConfig,
            Admin admin,
            DecisionBoard board,
            DecisionSink sink,
            LoopMeters meters,
            Ticker ticker) {
        boolean hasTarget =
                pools.pools().values().stream().anyMatch(one -> one.target().isPresent());
        this.cluster =
                hasTarget ? Optional.of(Cluster.open(clusterConfig, Identity.ofThisProcess(ticker))) : Optional.empty();
        this.writes = pools.pools().values().stream().anyMatch(RunningPools::writes);
        PoolAssembly assembly = new PoolAssembly(admin, loop, cluster);
        pools.pools().forEach((name, config) -> {
            ServedPool pool = ServedPool.of(name, config);
            ids.add(pool.id());
            watches.add(new WakeWatch(pool.id(), assembly.backlog(pool, config), board, serving.wakeInterval()));
            loops.add(new PoolLoop(turn(pool, config, assembly, sink, board, ticker), meters, loop.interval(), ticker));
        });
    }

    private static boolean writes(PoolConfig pool) {
        return pool.target().map(TargetConfig::write).orElse(false);
    }

    private static PoolTurn turn(
            ServedPool pool,
            PoolConfig config,
            PoolAssembly assembly,
            DecisionSink sink,
            DecisionBoard board,
            Ticker ticker) {
        return new PoolTurn(
                pool.id(),
                new PoolWatch(pool, assembly.sources(pool, config), ticker),
                Laws.of(pool.id(), config),
                sink,
                board,
                assembly.actuator(config));
    }

    /** Whether this process may write; true where nobody stands for election. */
    boolean leads() {
        return !writes || cluster.map(one -> one.leadership().isLeader()).orElse(true);
    }

    List<WakeWatch> watches() {
        return List.copyOf(watches);
    }

    void start() {
        if (writes) {
            cluster.ifPresent(Cluster::start);
        }
        watches.forEach(WakeWatch::start);
        loops.forEach(PoolLoop::start);
    }

    void stop() throws InterruptedException {
        for (PoolLoop one : loops) {
            one.stop();
        }
        for (WakeWatch one : watches) {
            one.stop();
        }
        if (cluster.isPresent()) {
            cluster.orElseThrow().stop();
        }
    }

    @Override
    public List<PoolId> pools() {
        return List.copyOf(ids);
    }

    @Override
    public boolean areAlive() {
        return loops.stream().allMatch(PoolLoop::isAlive) && watches.stream().allMatch(WakeWatch::isAlive);
    }
}
