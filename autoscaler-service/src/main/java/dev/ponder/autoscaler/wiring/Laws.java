package dev.ponder.autoscaler.wiring;

import dev.ponder.autoscaler.loop.Law;
import dev.ponder.autoscaler.pool.PoolConfig;
import dev.ponder.autoscaler.pool.ReplicaConfig;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.decision.Bounds;
import dev.ponder.scaling.decision.LawSettings;
import dev.ponder.scaling.decision.ScalingLaw;
import dev.ponder.scaling.decision.SloFeedback;
import dev.ponder.scaling.decision.TokenWork;
import dev.ponder.scaling.forecast.ForecastSettings;
import java.util.List;

/** Makes the law of a pool from its settings. */
final class Laws {

    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;

    private Laws() {}

    static Law of(PoolConfig config) {
        return new ScalingLaw(settings(config))::decide;
    }

    static LawSettings settings(PoolConfig config) {
        return new LawSettings(
                new Bounds(config.min(), config.max()),
                List.of(new TokenWork(), new SloFeedback()),
                config.hold(),
                ForecastSettings.standard(),
                model(config.replica()),
                config.coldStart());
    }

    private static ReplicaModel model(ReplicaConfig replica) {
        return new ReplicaModel(
                replica.slots(),
                replica.prefillTokensPerSecond(),
                replica.step().toNanos() / NANOS,
                replica.stepMillisPerSequence() / MILLIS);
    }
}
