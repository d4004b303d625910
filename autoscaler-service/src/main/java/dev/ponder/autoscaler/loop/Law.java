package dev.ponder.autoscaler.loop;

import static java.util.Objects.requireNonNull;

import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.decision.LawSettings;
import dev.ponder.scaling.decision.ScalingLaw;
import dev.ponder.scaling.observation.PoolObservation;
import java.util.function.Function;

/**
 * Decides about one pool.
 *
 * @param settings all that it is told, for the log: whoever asks a law of these again is told the same
 * @param rule what should be, from what is known
 */
public record Law(LawSettings settings, Function<PoolObservation, Decision> rule) {

    public Law {
        requireNonNull(settings, "settings is null");
        requireNonNull(rule, "rule is null");
    }

    /** The law of the house. */
    public static Law of(LawSettings settings) {
        return new Law(settings, new ScalingLaw(settings)::decide);
    }

    Decision decide(PoolObservation seen) {
        return rule.apply(seen);
    }
}
