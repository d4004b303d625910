package dev.ponder.fleet.scaler;

import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Knative's pod autoscaler on concurrency, which AIBrix took over: the mean of 60 s over a target of 70 % of a replica's slots; where
 * the mean of 6 s asks for twice what is ready it panics for 60 s, in which it only goes up (Knative Serving, "KPA-specific
 * configuration"). One thread.
 */
public final class Kpa implements FleetScaler {

    private static final Duration STABLE = Duration.ofMinutes(1);
    private static final Duration PANIC = Duration.ofSeconds(6);
    private static final double UTILISATION = 0.7;
    private static final double PANIC_AT = 2;

    private record Seen(Instant at, double concurrency) {}

    private final double target;
    private final Deque<Seen> window = new ArrayDeque<>();
    private @Nullable Instant panicked;
    private int panicMost;

    /** Aims at a share of so many slots. */
    public Kpa(int slots) {
        this.target = slots * UTILISATION;
    }

    @Override
    public int desired(PoolObservation seen) {
        Instant now = seen.at();
        window.addLast(new Seen(now, seen.waiting().requests() + seen.running().requests()));
        while (window.getFirst().at().isBefore(now.minus(STABLE))) {
            window.removeFirst();
        }
        int stable = wish(now.minus(STABLE));
        int panic = wish(now.minus(PANIC));
        int ready = Math.max(1, seen.count(Phase.READY).orElse(1));
        if (panic >= PANIC_AT * ready) {
            panicMost = panicked == null ? panic : panicMost;
            panicked = now;
        }
        if (panicked != null && now.isBefore(panicked.plus(STABLE))) {
            panicMost = Math.max(panicMost, Math.max(panic, stable));
            return panicMost;
        }
        panicked = null;
        return stable;
    }

    private int wish(Instant after) {
        double mean = window.stream()
                .filter(one -> one.at().isAfter(after))
                .mapToDouble(Seen::concurrency)
                .average()
                .orElse(0);
        return Math.max(1, (int) Math.ceil(mean / target));
    }
}
