package dev.ponder.scaling.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * By how much moments needed more than the steady flow, each counted as often as requests came in it: a spike is over before a replica
 * that it calls for is warm, so what spikes took lately is kept ready. One thread.
 */
final class Spikes {

    private record Moment(Instant at, double excess, double requests) {}

    private final Duration kept;
    private final Duration halfLife;
    private final Deque<Moment> moments = new ArrayDeque<>();

    Spikes(Duration kept, Duration halfLife) {
        this.kept = kept;
        this.halfLife = halfLife;
    }

    void add(Instant at, double excess, double requests) {
        moments.addLast(new Moment(at, excess, requests));
        while (moments.getFirst().at().isBefore(at.minus(kept))) {
            moments.removeFirst();
        }
    }

    /** The excess that was enough for a share of the requests; 0 where none came. */
    double level(double share) {
        if (moments.isEmpty()) {
            return 0;
        }
        Fading excesses = new Fading(moments.getLast().at(), halfLife);
        moments.forEach(one -> excesses.add(one.at(), one.excess(), one.requests()));
        return excesses.quantile(share);
    }
}
