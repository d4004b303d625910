package dev.ponder.scaling.decision;

import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.Due;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Work;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The fewest replicas with which all batch work is done by its deadlines, earliest first, in what other work leaves of them. Each deadline
 * is looked at by itself: what is due by then must fit into the slots that are warm until then, less the longest piece, which
 * may begin last (Graham's bound for list schedules, 1969), and its prompts into the time that there is to read. Counted anew at every turn, so
 * that what was guessed wrong is made good while there is time. What can't be in time any more asks for as many as it fills. What is
 * warm stays as far as work fills it: it costs no more than the work does, and to start it again would.
 *
 * @param max replicas at most
 * @param doubt by what share the work of a piece may be more than expected, or less
 * @param classes whose work is planned here and by no other rule; empty where there is no other work
 */
public record DeadlineBatch(int max, double doubt, Set<String> classes) implements ScalingPolicy {

    /** What it is called. */
    public static final String NAME = "deadline-batch";

    public DeadlineBatch {
        if (max < 1 || !(doubt >= 0)) {
            throw new IllegalArgumentException("replicas and doubt are counted: %d, %s".formatted(max, doubt));
        }
        classes = Set.copyOf(classes);
    }

    /** For a pool of batch work alone. */
    public DeadlineBatch(int max, double doubt) {
        this(max, doubt, Set.of());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> plans() {
        return classes;
    }

    @Override
    public Proposal propose(Situation situation) {
        List<Due> due = situation.seen().due().known().orElse(List.of()).stream()
                .sorted(Comparator.comparing(Due::deadline))
                .toList();
        if (due.isEmpty()) {
            return new Proposal.Silent("no batch work waits");
        }
        BatchRoom room = BatchRoom.of(
                situation, classes.isEmpty() ? 0 : situation.outlook().occupied());
        int fewest = fewest(situation, due, room);
        int kept = Math.min(room.there(), filled(situation, due, room));
        return new Proposal.Exactly(
                Math.min(max, Math.max(fewest, kept)),
                "batch work of %d deadlines, the first at %s, takes %d beside %.2f for other work, and fills %d of those that are there"
                        .formatted(due.size(), due.getFirst().deadline(), fewest, room.busy(), kept));
    }

    private int fewest(Situation situation, List<Due> byDeadline, BatchRoom room) {
        ReplicaModel model = situation.model();
        Work sum = Work.NONE;
        double running = runningSlotSeconds(situation);
        int fewest = 1;
        for (Due one : byDeadline) {
            sum = sum.plus(one.work());
            Demand demand = Demand.of(model, sum, running, one);
            double off = doubt / Math.sqrt(Math.max(1, sum.requests()));
            if (!demand.fits(room, one, 1 - Math.min(1, off), 0, max)) {
                fewest = Math.max(fewest, room.filledBy(sum.requests(), model.slots()));
                continue;
            }
            while (fewest < max && !demand.fits(room, one, 1 + off, 1 + doubt, fewest)) {
                fewest++;
            }
        }
        return Math.min(max, fewest);
    }

    /**
     * What all work up to a deadline takes.
     *
     * @param replicaSeconds of slots, all of a replica's together
     * @param readingSeconds of a replica
     * @param longest seconds of the longest piece
     */
    private record Demand(double replicaSeconds, double readingSeconds, double longest) {

        static Demand of(ReplicaModel model, Work work, double running, Due last) {
            double perToken = model.secondsPerToken(model.slots());
            double reading = work.inputTokens() / model.prefillTokensPerSecond();
            double prompt = last.work().inputTokens() / Math.max(1, last.work().requests());
            return new Demand(
                    (running + reading + work.outputTokens() * perToken) / model.slots(),
                    reading,
                    prompt / model.prefillTokensPerSecond() + last.longest() * perToken);
        }

        /** Whether so many replicas have the time, were the slots' work and the longest piece so many times as expected. */
        boolean fits(BatchRoom room, Due due, double factor, double ofLongest, int replicas) {
            double seconds = room.seconds(due.deadline(), longest * ofLongest, replicas);
            return Math.max(replicaSeconds * factor, readingSeconds) <= seconds;
        }
    }

    /** What runs is half done on the mean, and holds its slots until then. */
    private double runningSlotSeconds(Situation situation) {
        ReplicaModel model = situation.model();
        return running(situation).outputTokens() / 2 * model.secondsPerToken(model.slots());
    }

    private int filled(Situation situation, List<Due> due, BatchRoom room) {
        double waiting = due.stream().mapToDouble(one -> one.work().requests()).sum();
        return room.filledBy(
                waiting + running(situation).requests(), situation.model().slots());
    }

    private Work running(Situation situation) {
        PoolObservation seen = situation.seen();
        return classes.isEmpty() ? seen.running() : seen.only(classes).running();
    }
}
