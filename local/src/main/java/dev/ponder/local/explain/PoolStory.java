package dev.ponder.local.explain;

import dev.ponder.scaling.log.DecisionEntry;
import dev.ponder.scaling.log.LawEntry;
import dev.ponder.scaling.replay.Replayed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to one pool, gathered line by line: the log's word counts, and the replay is held against it. One thread. */
final class PoolStory {

    private final String pool;
    private final Instant until;
    private final List<Happening> happenings = new ArrayList<>();
    private final Gaps gaps = new Gaps();
    private final Verdict verdict = new Verdict();
    private long decisions;
    private int stayed;
    private int wanted;
    private Instant wantedSince = Instant.MIN;
    private @Nullable LawEntry law;
    private @Nullable Standing standing;

    /** Begins a story; the decision that stands at {@code until} is kept with all that it was made from. */
    PoolStory(String pool, Instant until) {
        this.pool = pool;
        this.until = until;
    }

    void take(Place place, Replayed replayed) {
        switch (replayed) {
            case Replayed.Began began -> begin(began.law());
            case Replayed.Continued _ -> {}
            case Replayed.Same same -> {
                decide(place, same.logged());
                verdict.same();
            }
            case Replayed.Differed differed -> {
                decide(place, differed.logged());
                verdict.otherwise(place, differed.logged(), differed.again());
            }
            case Replayed.Unasked unasked -> {
                decide(place, unasked.logged());
                verdict.unasked(place, unasked.why());
            }
        }
    }

    private void begin(LawEntry entry) {
        endStay(wanted);
        law = entry;
        happenings.add(new Happening.Began(entry));
    }

    /** A change is one of what is wanted: a cluster that is slow to follow has the same growth decided turn after turn. */
    private void decide(Place place, DecisionEntry entry) {
        Instant at = entry.decided().at();
        int before = decisions == 0 ? entry.decided().from() : wanted;
        decisions++;
        wanted = entry.decided().replicas();
        if (wanted == before) {
            stayed++;
        } else {
            endStay(before);
            happenings.add(new Happening.Changed(place, before, entry.decided()));
        }
        if (decisions == 1 || wanted != before) {
            wantedSince = at;
        }
        gaps.look(entry.seen());
        // Times are shown to the second, so that one that is shown finds its decision.
        if (!at.truncatedTo(ChronoUnit.SECONDS).isAfter(until)) {
            standing = new Standing(place, entry, wantedSince, law);
        }
    }

    private void endStay(int replicas) {
        if (stayed > 0) {
            happenings.add(new Happening.Stayed(stayed, replicas));
            stayed = 0;
        }
    }

    String pool() {
        return pool;
    }

    long decisions() {
        return decisions;
    }

    /** All that happened so far, in order. */
    List<Happening> happenings() {
        List<Happening> all = new ArrayList<>(happenings);
        if (stayed > 0) {
            all.add(new Happening.Stayed(stayed, wanted));
        }
        return all;
    }

    List<Happening.Changed> changes() {
        return happenings.stream()
                .filter(Happening.Changed.class::isInstance)
                .map(Happening.Changed.class::cast)
                .toList();
    }

    List<Gaps.Gap> gaps() {
        return gaps.all();
    }

    Verdict verdict() {
        return verdict;
    }

    /** Whether the law decided all as the log has it. */
    boolean isSame() {
        return verdict.isSame();
    }

    /** Whether a law had run before the file tells of it, so that what it had learned is not known here. */
    boolean beginsInTheMiddle() {
        return happenings.stream()
                .anyMatch(one ->
                        one instanceof Happening.Began began && !began.law().begins());
    }

    Optional<Standing> standing() {
        return Optional.ofNullable(standing);
    }
}
