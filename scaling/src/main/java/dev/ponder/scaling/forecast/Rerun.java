package dev.ponder.scaling.forecast;

import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.Objective;
import dev.ponder.scaling.observation.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What arrived lately, to be played against any number of replicas. Pure. */
final class Rerun {

    /** Slices after which a change of the flow is noticed. */
    private static final int NOTICED_AFTER = 6;

    /** What is followed, is with a tenth to spare: at a full load a queue never ends. */
    private static final double FOLLOWED_WITH = 1.1;

    /** What comes of a class in a slice. */
    private record Coming(int urgency, Work work, double clumpTokens) {}

    private final List<Slice> slices;
    private final ReplicaModel model;
    private final double[] followed;
    private final double[] weights;
    private final double[] limits;
    private final List<List<Coming>> coming;
    private final double[] all;

    /**
     * Prepares it.
     *
     * @param lead how long a load must last to be followed
     * @param halfLife after which a request counts half as much
     */
    Rerun(List<Slice> slices, ReplicaModel model, Duration lead, Duration halfLife) {
        this.slices = slices;
        this.model = model;
        List<Instant> at = slices.stream().map(Slice::at).toList();
        this.followed = dated(Lasting.followed(
                at, slices.stream().mapToDouble(Slice::followed).toArray(), lead));
        this.weights = at.stream()
                .mapToDouble(one -> Fading.weight(Duration.between(one, at.getLast()), halfLife))
                .toArray();
        List<Objective> classes = slices.stream()
                .flatMap(slice -> slice.classes().stream())
                .map(Slice.Arrived::objective)
                .distinct()
                .sorted(Comparator.comparing(Objective::firstToken))
                .toList();
        this.limits = classes.stream().mapToDouble(Objective::firstTokenSeconds).toArray();
        double[] clumps =
                classes.stream().mapToDouble(one -> Clumps.size(slices, one)).toArray();
        this.coming = slices.stream().map(one -> coming(one, classes, clumps)).toList();
        this.all = all();
    }

    private static List<Coming> coming(Slice slice, List<Objective> classes, double[] clumps) {
        List<Coming> coming = new ArrayList<>();
        for (Slice.Arrived one : slice.classes()) {
            if (one.work().requests() > 0) {
                int urgency = classes.indexOf(one.objective());
                double clump = Clumps.promptTokens(slice.upTo(one.objective()), clumps[urgency]);
                coming.add(new Coming(urgency, one.work(), clump));
            }
        }
        return coming;
    }

    private double[] all() {
        double[] sums = new double[limits.length];
        for (int i = 0; i < weights.length; i++) {
            for (Coming one : coming.get(i)) {
                sums[one.urgency()] += weights[i] * one.work().requests();
            }
        }
        return sums;
    }

    /** What was followed, from when it came and not from when it was noticed. */
    private static double[] dated(double[] noticed) {
        double[] dated = noticed.clone();
        for (int i = 0; i < dated.length; i++) {
            for (int j = i; j < Math.min(noticed.length, i + NOTICED_AFTER); j++) {
                dated[i] = Math.max(dated[i], noticed[j]);
            }
        }
        return dated;
    }

    /** Whether so many replicas, and what was followed beyond them, would have served a share of each class in time. */
    boolean isEnough(double replicas, double share) {
        double[] late = new double[limits.length];
        VirtualQueue queue = new VirtualQueue(model, limits);
        for (int i = 0; i < slices.size(); i++) {
            double seconds = slices.get(i).seconds();
            for (Coming one : coming.get(i)) {
                queue.arrive(one.urgency(), new Lot(queue.now(), queue.now() + seconds, one.work(), one.clumpTokens()));
            }
            add(late, queue.serve(seconds, Math.max(replicas, Math.ceil(followed[i] * FOLLOWED_WITH))), weights[i]);
        }
        add(late, queue.overdue(), 1);
        for (int i = 0; i < all.length; i++) {
            if (late[i] > (1 - share) * all[i]) {
                return false;
            }
        }
        return true;
    }

    private static void add(double[] sums, double[] values, double weight) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * values[i];
        }
    }
}
