package dev.ponder.scaling.decision;

import dev.ponder.scaling.capacity.CapacityLearner;
import dev.ponder.scaling.capacity.ColdStarts;
import dev.ponder.scaling.capacity.LookTimes;
import dev.ponder.scaling.forecast.DemandWatch;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides how many replicas a pool should have, one observation after the other. What it has learned comes from the observations alone,
 * so that a file of them replays every decision. Grows at once, since a cold start is long enough; shrinks only when nothing has asked
 * for the replicas for a while, when all sources answer, and when it has not just turned. One thread.
 */
public final class ScalingLaw {

    /** A fraction of a replica that may be missing of what is asked before another one is. */
    private static final double SLACK = 0.05;
    /** A fraction of a replica that must be to spare before one goes: what is just enough now is asked for again soon. */
    private static final double SPARE = 0.4;
    /** Cold starts that a law watches before it lets a replica go: it knows of no rise before. */
    private static final int LEARNS_FOR = 3;

    /** Observations that pass, on the mean, until a change is noticed: they are lead too. */
    private static final int NOTICED_AFTER = 3;

    private final LawSettings settings;
    private final Set<String> planned;
    private final CapacityLearner capacity;
    private final ColdStarts coldStarts;
    private final LookTimes lookTimes = new LookTimes();
    private final StartWatch starts;
    private final DemandWatch demand;
    private final LateWatch lateness = new LateWatch();
    private final ThroughputWatch throughput = new ThroughputWatch();
    private final Wishes wishes = new Wishes();
    private final Turns turns = new Turns();
    private Instant began = Instant.MIN;
    private Instant last = Instant.MIN;
    private boolean wasBlind;
    private int lastWished;
    private int wanted = -1;

    /** Begins to scale a pool. */
    public ScalingLaw(LawSettings settings) {
        this.settings = settings;
        this.planned = settings.policies().stream()
                .flatMap(one -> one.plans().stream())
                .collect(Collectors.toUnmodifiableSet());
        this.capacity = new CapacityLearner(settings.assumedModel());
        this.coldStarts = new ColdStarts(settings.assumedColdStart());
        this.starts = new StartWatch(coldStarts);
        this.demand = new DemandWatch(settings.forecast());
    }

    /**
     * Decides from what is known now. Without an answer from the cluster, or where the clock has gone back, it keeps what it wanted.
     */
    public Decision decide(PoolObservation seen) {
        if (seen.replicas().known().isEmpty()) {
            return keep(seen, "the cluster did not say how many replicas there are");
        }
        if (!seen.at().isAfter(last)) {
            return keep(seen, "the clock has gone back");
        }
        int now = seen.count(Phase.STARTING).orElseThrow()
                + seen.count(Phase.READY).orElseThrow();
        if (began.equals(Instant.MIN)) {
            began = seen.at();
        }
        last = seen.at();
        Situation situation = learn(seen);
        Weighed weighed = Weighed.of(settings.policies(), situation).bounded(throughput.look(seen));
        return settle(guarded(situation, weighed, now));
    }

    private Decision keep(PoolObservation seen, String why) {
        return new Decision.Kept(seen.at(), wanted < 0 ? settings.bounds().min() : wanted, List.of(why));
    }

    private Situation learn(PoolObservation seen) {
        starts.look(seen.replicas().known().orElseThrow(), seen.at());
        seen.paces().known().ifPresent(capacity::learn);
        Duration coldStart = coldStarts.expected();
        Duration lead = coldStart.plus(lookTimes.looked(seen.since()).multipliedBy(NOTICED_AFTER));
        PoolObservation unplanned = seen.without(planned);
        return new Situation(
                seen,
                capacity.model(),
                coldStart,
                demand.watch(unplanned, capacity.model(), lead),
                lateness.look(unplanned, coldStart));
    }

    private Decision guarded(Situation situation, Weighed weighed, int now) {
        PoolObservation seen = situation.seen();
        Bounds bounds = settings.bounds();
        Duration hold = foresees() ? longer(settings.hold(), situation.coldStart()) : Duration.ZERO;
        double asked = weighed.least();
        int held = wishes.largest(seen.at(), wished(seen, asked), hold);
        int most = Math.min(weighed.most(), bounds.max());
        int wish = bounds.nearest(Math.min(Math.max(whole(asked), weighed.exactly()), most));
        if (wish >= now || now > most) {
            return Decision.of(seen.at(), now, wish, weighed.reasons());
        }
        Optional<String> barred = bar(situation);
        if (barred.isPresent()) {
            return new Decision.Kept(seen.at(), now, weighed.because(Decision.HOLD, barred.orElseThrow()));
        }
        int inUse = situation.outlook().inUse();
        int least = Math.max(Math.max(held, inUse), weighed.exactly());
        int kept = Math.min(now, bounds.nearest(Math.min(least, most)));
        String why = inUse > held
                ? "%d have work now".formatted(kept)
                : "%d were asked for within the last %s".formatted(kept, hold);
        return Decision.of(seen.at(), now, kept, kept > wish ? weighed.because(Decision.HOLD, why) : weighed.reasons());
    }

    /** Until all sources have answered twice, what was wished for still is: nobody can say that it isn't. */
    private int wished(PoolObservation seen, double asked) {
        int spared = whole(asked > 0 ? asked + SPARE : 0);
        boolean isBlind = !seen.missing().isEmpty();
        int wished = isBlind || wasBlind ? Math.max(spared, lastWished) : spared;
        lastWished = isBlind ? wished : spared;
        wasBlind = isBlind;
        return wished;
    }

    /** Something takes one at least. */
    private static int whole(double replicas) {
        return replicas > 0 ? Math.max(1, (int) Math.ceil(replicas - SLACK)) : 0;
    }

    /** What is known for certain needs no watching and no hold; what is foreseen does. */
    private boolean foresees() {
        return !settings.hold().isZero();
    }

    /** Why no replica may go now, whatever is asked for. */
    private Optional<String> bar(Situation situation) {
        PoolObservation seen = situation.seen();
        Duration watched = Duration.between(began, seen.at());
        Duration learns = situation.coldStart().multipliedBy(LEARNS_FOR);
        if (foresees() && watched.compareTo(learns) <= 0) {
            return Optional.of("it has not watched for " + learns + " yet");
        }
        if (!seen.missing().isEmpty()) {
            return Optional.of(seen.missing().getFirst());
        }
        return turns.mayShrink(seen.at())
                ? Optional.empty()
                : Optional.of("it has turned within ten minutes, and would not be free to grow again");
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Decision settle(Decision decision) {
        switch (decision) {
            case Decision.Grown grown -> {
                turns.grew(decision.at());
                throughput.grew(grown.from(), grown.replicas());
            }
            case Decision.Shrunk _ -> {
                turns.shrank(decision.at());
                throughput.shrank();
            }
            case Decision.Kept _ -> {}
        }
        wanted = decision.replicas();
        return decision;
    }
}
