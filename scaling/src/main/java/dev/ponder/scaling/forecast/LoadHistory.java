package dev.ponder.scaling.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * How a pool's load went lately, and by how much it rises while a replica starts. No law of arrivals is assumed: what rose by so much
 * within a cold start in nine of ten moments is taken to do so again. One thread.
 */
final class LoadHistory {

    private record Point(Instant at, double load) {}

    private final Duration kept;
    private final Duration halfLife;
    private final Deque<Point> points = new ArrayDeque<>();

    LoadHistory(Duration kept, Duration halfLife) {
        this.kept = kept;
        this.halfLife = halfLife;
    }

    /** Takes the load of a moment, in replicas. */
    void add(Instant at, double load) {
        points.addLast(new Point(at, load));
        while (points.getFirst().at().isBefore(at.minus(kept))) {
            points.removeFirst();
        }
    }

    /**
     * By how much the load rose within a lead, in a share of all remembered moments at the most, recent ones counting more.
     *
     * @param lead how far to look ahead of each moment; moments whose lead has not passed yet count as far as it has
     * @return replicas, 0 or more; 0 where nothing is known
     */
    double rise(Duration lead, double share) {
        if (points.isEmpty()) {
            return 0;
        }
        List<Point> all = new ArrayList<>(points);
        Fading rises = new Fading(all.getLast().at(), halfLife);
        for (int i = 0; i < all.size(); i++) {
            rises.add(all.get(i).at(), most(all, i, lead) - all.get(i).load(), 1);
        }
        return rises.quantile(share);
    }

    private static double most(List<Point> all, int from, Duration lead) {
        Instant end = all.get(from).at().plus(lead);
        double most = all.get(from).load();
        for (int i = from + 1; i < all.size() && !all.get(i).at().isAfter(end); i++) {
            most = Math.max(most, all.get(i).load());
        }
        return most;
    }
}
