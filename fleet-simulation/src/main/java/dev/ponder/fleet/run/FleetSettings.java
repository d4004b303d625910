package dev.ponder.fleet.run;

import static java.util.Objects.requireNonNull;

import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.Objective;
import java.time.Duration;
import java.util.List;

/**
 * The fleet of a run.
 *
 * @param model what each replica can truly do
 * @param min replicas at least
 * @param max replicas at most
 * @param begin replicas that are ready at the beginning
 * @param coldStart from being asked for to taking work
 * @param tick between two questions to the scaler
 * @param objectives of the classes, the most urgent first
 * @param promptSeconds of reading that may wait at a replica before it takes no more: what is not bound can still go elsewhere
 */
public record FleetSettings(
        ReplicaModel model,
        int min,
        int max,
        int begin,
        Duration coldStart,
        Duration tick,
        List<Objective> objectives,
        double promptSeconds) {

    public FleetSettings {
        requireNonNull(model, "model is null");
        if (min < 0 || max < Math.max(1, min)) {
            throw new IllegalArgumentException("a fleet has 0 <= min <= max replicas: %d, %d".formatted(min, max));
        }
        if (begin < min || begin > max) {
            throw new IllegalArgumentException(
                    "a fleet begins within its bounds: %d of %d to %d".formatted(begin, min, max));
        }
        if (coldStart.isNegative() || !tick.isPositive()) {
            throw new IllegalArgumentException("times run forward: %s, %s".formatted(coldStart, tick));
        }
        objectives = List.copyOf(objectives);
    }

    double coldStartSeconds() {
        return coldStart.toNanos() / 1e9;
    }

    double tickSeconds() {
        return tick.toNanos() / 1e9;
    }

    /** The same fleet with so many replicas for good. */
    public FleetSettings fixed(int replicas) {
        return new FleetSettings(model, replicas, replicas, replicas, coldStart, tick, objectives, promptSeconds);
    }

    /** The same fleet that begins with so many replicas, or the nearest that its bounds allow. */
    public FleetSettings beginning(int replicas) {
        return new FleetSettings(
                model, min, max, Math.clamp(replicas, min, max), coldStart, tick, objectives, promptSeconds);
    }
}
