package dev.ponder.autoscaler.wiring;

import dev.ponder.autoscaler.pool.CostCapConfig;
import dev.ponder.autoscaler.pool.PoliciesConfig;
import dev.ponder.autoscaler.pool.PoolConfig;
import dev.ponder.autoscaler.pool.QpsTargetConfig;
import dev.ponder.autoscaler.pool.ScheduleConfig;
import dev.ponder.autoscaler.pool.ServedPool;
import dev.ponder.autoscaler.pool.WindowConfig;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.scaling.decision.CostCap;
import dev.ponder.scaling.decision.DeadlineBatch;
import dev.ponder.scaling.decision.QpsTarget;
import dev.ponder.scaling.decision.ScalingPolicy;
import dev.ponder.scaling.decision.Schedule;
import dev.ponder.scaling.decision.SloFeedback;
import dev.ponder.scaling.decision.TokenWork;
import dev.ponder.scaling.decision.WarmSpares;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the policies of a pool from its settings. */
final class Policies {

    private Policies() {}

    /** Floors first and the ceiling last, so that what caps them all names itself as the reason. */
    static List<ScalingPolicy> of(PoolConfig config) {
        PoliciesConfig chosen = config.policies();
        List<ScalingPolicy> policies = new ArrayList<>();
        if (chosen.tokenWork()) {
            policies.add(new TokenWork());
        }
        if (chosen.sloFeedback()) {
            policies.add(new SloFeedback());
        }
        chosen.qpsTarget().map(Policies::target).ifPresent(policies::add);
        chosen.warmSpares().map(WarmSpares::new).ifPresent(policies::add);
        if (!chosen.schedule().windows().isEmpty()) {
            policies.add(schedule(chosen.schedule()));
        }
        chosen.deadlineBatch()
                .map(batch -> new DeadlineBatch(config.max(), batch.doubt(), planned(config)))
                .ifPresent(policies::add);
        chosen.costCap().map(Policies::cap).ifPresent(policies::add);
        return policies;
    }

    /** The classes whose work has deadlines here. */
    private static Set<String> planned(PoolConfig config) {
        return Stream.of(SloClass.values())
                .filter(slo -> ServedPool.due(slo, config).isPresent())
                .map(SloClass::wire)
                .collect(Collectors.toUnmodifiableSet());
    }

    static CostCap cap(CostCapConfig config) {
        return new CostCap(config.pricePerReplicaHour(), config.mostPerHour());
    }

    private static QpsTarget target(QpsTargetConfig config) {
        return new QpsTarget(config.requestsPerSecond(), config.inputTokens(), config.outputTokens());
    }

    /** By name, so that the same settings are written down in the same order each time. */
    private static Schedule schedule(ScheduleConfig config) {
        List<Schedule.Window> windows = new TreeMap<>(config.windows())
                .values().stream().map(Policies::window).toList();
        return new Schedule(windows, config.zone());
    }

    private static Schedule.Window window(WindowConfig config) {
        return new Schedule.Window(config.days(), config.from(), config.to(), config.replicas());
    }
}
