package dev.ponder.scaling.decision;

import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.Due;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.ReplicaState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The fewest replicas with which all batch work is done by its deadlines, earliest first. Each deadline is looked at by itself, not in
 * buckets: what is due by then must fit into the slots that are warm until then, less the longest piece, which may begin last (Graham's
 * bound for list schedules, 1969). Counted anew at every turn, so that what was guessed wrong is made good while there is time. What is
 * warm stays while work waits: it costs no more than the work does, and to start it again would.
 *
 * @param max replicas at most
 * @param doubt by what share the work of a piece may be more than expected
 */
public record DeadlineBatch(int max, double doubt) implements ScalingPolicy {

    /** What it is called. */
    public static final String NAME = "deadline-batch";

    public DeadlineBatch {
        if (max < 1 || !(doubt >= 0)) {
            throw new IllegalArgumentException("replicas and doubt are counted: %d, %s".formatted(max, doubt));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Proposal propose(Situation situation) {
        List<Due> due = situation.seen().due().known().orElse(List.of()).stream()
                .sorted(Comparator.comparing(Due::deadline))
                .toList();
        if (due.isEmpty()) {
            return new Proposal.Silent("no batch work waits");
        }
        int fewest = 1;
        while (fewest < max && !isFeasible(situation, due, fewest)) {
            fewest++;
        }
        int there = warm(situation, 0).size();
        return new Proposal.Exactly(
                Math.min(max, Math.max(fewest, there)),
                "batch work of %d deadlines, the first at %s, takes %d, and %d are there"
                        .formatted(due.size(), due.getFirst().deadline(), fewest, there));
    }

    /** Whether so many replicas are enough, or those that are there; what is not there yet is warm a cold start from now. */
    boolean isFeasible(Situation situation, List<Due> byDeadline, int replicas) {
        ReplicaModel model = situation.model();
        List<Instant> warm = warm(situation, replicas);
        double slotSeconds = runningSlotSeconds(situation);
        double pieces = 0;
        for (Due one : byDeadline) {
            slotSeconds += slotSeconds(model, one);
            pieces += one.work().requests();
            double longest = one.longest() * (1 + doubt) * model.secondsPerToken(model.slots());
            double room = 0;
            for (Instant at : warm) {
                room += Math.max(0, seconds(at, one.deadline()) - longest) * model.slots();
            }
            if (slotSeconds * (1 + doubt / Math.sqrt(Math.max(1, pieces))) > room) {
                return false;
            }
        }
        return true;
    }

    private static double slotSeconds(ReplicaModel model, Due one) {
        return one.work().inputTokens() / model.prefillTokensPerSecond()
                + one.work().outputTokens() * model.secondsPerToken(model.slots());
    }

    /** What runs is half done on the mean, and holds its slots until then. */
    private static double runningSlotSeconds(Situation situation) {
        ReplicaModel model = situation.model();
        return situation.seen().running().outputTokens() / 2 * model.secondsPerToken(model.slots());
    }

    private static List<Instant> warm(Situation situation, int replicas) {
        PoolObservation seen = situation.seen();
        List<Instant> warm = new ArrayList<>();
        for (ReplicaState one : seen.replicas().known().orElse(List.of())) {
            switch (one.phase()) {
                case READY -> warm.add(seen.at());
                case STARTING -> warm.add(later(one.createdAt().plus(situation.coldStart()), seen.at()));
                case DRAINING -> {}
            }
        }
        warm.sort(Comparator.naturalOrder());
        while (warm.size() < replicas) {
            warm.add(seen.at().plus(situation.coldStart()));
        }
        return warm;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
