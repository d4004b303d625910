package dev.ponder.scaling.forecast;

import dev.ponder.scaling.capacity.ReplicaModel;
import java.time.Duration;

/**
 * How many replicas, kept all the time, would have been enough lately: what is over before a replica that it calls for is warm can only be
 * met by what is there. What lasts longer is followed, and asks for nothing here. One thread.
 */
final class Hindsight {

    private static final double TENTH = 0.1;
    private static final double MOST = 10_000;

    private final Duration kept;
    private final Duration halfLife;
    private final Recent<Slice> slices = new Recent<>(Slice::at);
    private double last;

    Hindsight(Duration kept, Duration halfLife) {
        this.kept = kept;
        this.halfLife = halfLife;
    }

    void add(Slice slice) {
        slices.note(slice, kept);
    }

    /**
     * The fewest replicas with which a share of each class's requests would have had their first token in time, older ones counting less.
     *
     * @param lead how long a load must last to be followed
     * @return to a tenth of a replica; 0 where nothing came, or all of it was followed
     */
    double enough(ReplicaModel model, Duration lead, double share) {
        if (slices.isEmpty()) {
            return 0;
        }
        Rerun rerun = new Rerun(slices.all(), model, lead, halfLife);
        double most = Math.max(last, TENTH);
        while (most < MOST && !rerun.isEnough(most, share)) {
            most *= 2;
        }
        double least = most > last ? most / 2 : Math.max(0, last - TENTH);
        if (rerun.isEnough(least, share)) {
            most = least;
            least = 0;
        }
        last = rerun.isEnough(0, share) ? 0 : between(rerun, least, most, share);
        return last;
    }

    private static double between(Rerun rerun, double least, double most, double share) {
        double low = least;
        double high = most;
        while (high - low > TENTH) {
            double middle = (low + high) / 2;
            if (rerun.isEnough(middle, share)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
