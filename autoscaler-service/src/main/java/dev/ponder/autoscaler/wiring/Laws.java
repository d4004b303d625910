package dev.ponder.autoscaler.wiring;

import dev.ponder.autoscaler.loop.Law;
import dev.ponder.autoscaler.pool.PoolConfig;
import dev.ponder.autoscaler.pool.ReplicaConfig;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.decision.Bounds;
import dev.ponder.scaling.decision.LawSettings;
import dev.ponder.scaling.forecast.ForecastSettings;

/** Makes the law of a pool from its settings. */
final class Laws {

    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;

    private Laws() {}

    static Law of(PoolId pool, PoolConfig config) {
        return Law.of(settings(pool, config));
    }

    /** All that a pool's law is told; settings that do not go together are refused with their keys. */
    static LawSettings settings(PoolId pool, PoolConfig config) {
        PolicyRules.check(pool, config);
        return new LawSettings(
                new Bounds(config.min(), config.max()),
                Policies.of(config),
                config.hold(),
                ForecastSettings.remembering(config.remembers()),
                model(config.replica()),
                config.coldStart());
    }

    static ReplicaModel model(ReplicaConfig replica) {
        return new ReplicaModel(
                replica.slots(),
                replica.prefillTokensPerSecond(),
                replica.step().toNanos() / NANOS,
                replica.stepMillisPerSequence() / MILLIS);
    }
}
