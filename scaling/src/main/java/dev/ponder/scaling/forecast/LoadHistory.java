package dev.ponder.scaling.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a pool's load went lately, and by how much it rises for good while a replica starts. No law of arrivals is assumed: what rose by so
 * much within a cold start in nine of ten moments, lasted, and was not taken back since, is taken to do so again. One thread.
 */
final class LoadHistory {

    /** The share of a lead for which a rise must have lasted to be believed: to wait for all of it would be to learn too late. */
    private static final double BELIEVED_AFTER = 0.4;

    private record Point(Instant at, double load) {}

    private final Duration kept;
    private final Duration halfLife;
    private final Recent<Point> points = new Recent<>(Point::at);

    LoadHistory(Duration kept, Duration halfLife) {
        this.kept = kept;
        this.halfLife = halfLife;
    }

    /** Takes the load of a moment, in replicas. */
    void add(Instant at, double load) {
        points.note(new Point(at, load), kept);
    }

    /**
     * By how much the load rose within a lead to where it stayed, in a share of all remembered moments at the most, recent ones counting
     * more. What rose above where the load is now did not rise for good.
     *
     * @param lead how far to look ahead of each moment; moments whose lead has not passed yet say nothing
     * @return replicas, 0 or more; 0 where nothing is known
     */
    double rise(Duration lead, double share) {
        if (points.isEmpty()) {
            return 0;
        }
        Point last = points.all().getLast();
        Instant now = last.at();
        Instant known = now.minusNanos(Math.round(lead.toNanos() * BELIEVED_AFTER));
        List<Instant> at = points.stream().map(Point::at).toList();
        double[] loads =
                Lasting.least(at, points.stream().mapToDouble(Point::load).toArray(), lead);
        Fading rises = new Fading(now, halfLife);
        for (int i = 0; i < loads.length && !at.get(i).plus(lead).isAfter(known); i++) {
            double standing = Math.min(most(at, loads, i, lead), last.load());
            rises.add(at.get(i), Math.max(0, standing - loads[i]), 1);
        }
        return rises.quantile(share);
    }

    private static double most(List<Instant> at, double[] loads, int from, Duration lead) {
        Instant end = at.get(from).plus(lead);
        double most = loads[from];
        for (int i = from + 1; i < loads.length && !at.get(i).isAfter(end); i++) {
            most = Math.max(most, loads[i]);
        }
        return most;
    }
}
