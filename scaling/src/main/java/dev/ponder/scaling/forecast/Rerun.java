package dev.ponder.scaling.forecast;

import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.Objective;
import dev.ponder.scaling.observation.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What arrived lately, to be played against any number of replicas. Pure. */
final class Rerun {

    /** Slices after which a change of the flow is noticed. */
    private static final int NOTICED_AFTER = 6;

    /** What is followed, is with a tenth to spare: at a full load a queue never ends. */
    private static final double FOLLOWED_WITH = 1.1;

    private final List<Slice> slices;
    private final ReplicaModel model;
    private final double[] followed;
    private final double[] weights;
    private final List<Objective> classes;
    private final double[] clumps;

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
                .mapToDouble(one -> weight(Duration.between(one, at.getLast()), halfLife))
                .toArray();
        this.classes = slices.stream()
                .flatMap(slice -> slice.classes().stream())
                .map(Slice.Arrived::objective)
                .distinct()
                .sorted(Comparator.comparing(Objective::firstToken))
                .toList();
        this.clumps =
                classes.stream().mapToDouble(one -> Clumps.size(slices, one)).toArray();
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

    private static double weight(Duration age, Duration halfLife) {
        return Math.pow(0.5, (double) age.toNanos() / halfLife.toNanos());
    }

    /** Whether so many replicas, and what was followed beyond them, would have served a share of each class in time. */
    boolean isEnough(double replicas, double share) {
        double[] all = new double[classes.size()];
        double[] late = new double[classes.size()];
        VirtualQueue queue = new VirtualQueue(
                model,
                classes.stream().mapToDouble(Objective::firstTokenSeconds).toArray());
        for (int i = 0; i < slices.size(); i++) {
            add(all, arrive(queue, slices.get(i)), weights[i]);
            add(
                    late,
                    queue.serve(slices.get(i).seconds(), Math.max(replicas, Math.ceil(followed[i] * FOLLOWED_WITH))),
                    weights[i]);
        }
        add(late, queue.overdue(), 1);
        for (int i = 0; i < all.length; i++) {
            if (late[i] > (1 - share) * all[i]) {
                return false;
            }
        }
        return true;
    }

    /** Lets a slice arrive; how many came of each class. */
    private double[] arrive(VirtualQueue queue, Slice slice) {
        double[] came = new double[classes.size()];
        for (Slice.Arrived one : slice.classes()) {
            Work work = one.work();
            if (work.requests() > 0) {
                int urgency = classes.indexOf(one.objective());
                came[urgency] += work.requests();
                queue.arrive(
                        urgency,
                        new Lot(
                                queue.now(),
                                queue.now() + slice.seconds(),
                                work,
                                Clumps.promptTokens(slice.upTo(one.objective()), clumps[urgency])));
            }
        }
        return came;
    }

    private static void add(double[] sums, double[] values, double weight) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * values[i];
        }
    }
}
