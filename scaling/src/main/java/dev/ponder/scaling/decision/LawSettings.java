package dev.ponder.scaling.decision;

import static java.util.Objects.requireNonNull;

import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.forecast.ForecastSettings;
import java.time.Duration;
import java.util.List;

/**
 * How a pool is scaled.
 *
 * @param bounds how many replicas it may have
 * @param policies that are asked
 * @param hold for how long a wish counts before fewer replicas may do; a cold start at least is always waited
 * @param forecast how demand is foreseen
 * @param assumedModel what a replica can do, until that is learned
 * @param assumedColdStart how long a replica takes to warm, until that is learned
 */
public record LawSettings(
        Bounds bounds,
        List<ScalingPolicy> policies,
        Duration hold,
        ForecastSettings forecast,
        ReplicaModel assumedModel,
        Duration assumedColdStart) {

    public LawSettings {
        requireNonNull(bounds, "bounds is null");
        policies = List.copyOf(policies);
        if (hold.isNegative()) {
            throw new IllegalArgumentException("hold is negative: " + hold);
        }
        requireNonNull(forecast, "forecast is null");
        requireNonNull(assumedModel, "assumedModel is null");
        if (assumedColdStart.isNegative()) {
            throw new IllegalArgumentException("assumedColdStart is negative: " + assumedColdStart);
        }
    }

    /** What ships: enough for the token work that is asked for, and one more where first tokens are late all the same. */
    public static LawSettings standard(Bounds bounds, ReplicaModel assumedModel, Duration assumedColdStart) {
        return new LawSettings(
                bounds,
                List.of(new TokenWork(), new SloFeedback()),
                Duration.ofMinutes(1),
                ForecastSettings.standard(),
                assumedModel,
                assumedColdStart);
    }

    /** The same for a pool of batch work alone, which needs no forecast and no hold: all that is asked is known. */
    public static LawSettings batch(Bounds bounds, double doubt, ReplicaModel assumedModel, Duration assumedColdStart) {
        return new LawSettings(
                bounds,
                List.of(new DeadlineBatch(bounds.max(), doubt)),
                Duration.ZERO,
                ForecastSettings.standard(),
                assumedModel,
                assumedColdStart);
    }
}
