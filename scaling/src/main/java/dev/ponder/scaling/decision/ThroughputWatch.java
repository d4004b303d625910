package dev.ponder.scaling.decision;

import dev.ponder.scaling.forecast.Recent;
import dev.ponder.scaling.observation.ClassLoad;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import dev.ponder.scaling.observation.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sees whether more replicas did less: what they share (a broker, a network, a host) may be the bottleneck, and then each one more is
 * in the way of the others. Compares only times in which work waited all the while, so that no lull is taken for it, and both requests
 * and their tokens, so that other requests aren't either. One thread.
 */
final class ThroughputWatch {

    /** Growth that is taken back for a while. */
    record Reverted(int replicas, String because) {}

    private static final Duration WINDOW = Duration.ofMinutes(2);
    /** A look tells of the time before it, so that one at the window's beginning is none of it. */
    private static final Duration BELOW_WINDOW = WINDOW.minusNanos(1);

    private static final Duration FOR = Duration.ofMinutes(10);
    private static final double LOWERED = 0.9;
    /** Standard errors of the difference of two counts. */
    private static final double SURE = 3;

    private record Look(Instant at, double seconds, Work ended, boolean busy) {}

    private record Trial(
            int from, int to, Work before, @Nullable Instant ready) {}

    private final Recent<Look> looks = new Recent<>(Look::at);
    private @Nullable Trial trial;
    private @Nullable Reverted reverted;
    private Instant until = Instant.MIN;

    /** Takes an observation; what is taken back now, if anything is. */
    Optional<Reverted> look(PoolObservation seen) {
        looks.note(new Look(seen.at(), seen.sinceSeconds(), ended(seen), isBusy(seen)), BELOW_WINDOW);
        judge(seen);
        return seen.at().isBefore(until) ? Optional.ofNullable(reverted) : Optional.empty();
    }

    private static Work ended(PoolObservation seen) {
        return seen.classes().stream()
                .map(one -> one.ended().known().orElse(Work.NONE))
                .reduce(Work.NONE, Work::plus);
    }

    private static boolean isBusy(PoolObservation seen) {
        return seen.waiting().requests() > 0
                && seen.classes().stream()
                        .map(ClassLoad::ended)
                        .allMatch(ended -> ended.known().isPresent());
    }

    /** Notes that the pool is to grow; compared is with what it did before the first of several steps. */
    void grew(int from, int to) {
        Trial current = trial;
        if (current != null) {
            trial = new Trial(current.from(), to, current.before(), null);
        } else if (isFull()) {
            trial = new Trial(from, to, ended(), null);
        }
    }

    /** Notes that the pool is to shrink: whatever was tried is over. */
    void shrank() {
        trial = null;
    }

    private void judge(PoolObservation seen) {
        Trial current = trial;
        if (current == null || seen.count(Phase.READY).orElse(0) < current.to()) {
            return;
        }
        Instant ready = current.ready();
        if (ready == null) {
            trial = new Trial(current.from(), current.to(), current.before(), seen.at());
        } else if (!seen.at().isBefore(ready.plus(WINDOW))) {
            trial = null;
            compare(current, seen.at());
        }
    }

    private void compare(Trial ended, Instant now) {
        Work after = ended();
        double was = ended.before().requests();
        double is = after.requests();
        boolean sure = (was - is) / Math.sqrt(was + is) > SURE;
        if (isFull() && sure && lowered(ended.before(), after)) {
            until = now.plus(FOR);
            reverted = new Reverted(
                    ended.from(),
                    "%d replicas ended %.0f requests in two minutes, %d had ended %.0f"
                            .formatted(ended.to(), is, ended.from(), was));
        }
    }

    /** Requests, what was read of them, and what was said: where one of the three held, the others were of another kind. */
    private static boolean lowered(Work before, Work after) {
        return after.requests() < LOWERED * before.requests()
                && after.inputTokens() < LOWERED * before.inputTokens()
                && after.outputTokens() < LOWERED * before.outputTokens();
    }

    /** Whether work waited all the while. */
    private boolean isFull() {
        return looks.stream().allMatch(Look::busy)
                && looks.stream().mapToDouble(Look::seconds).sum() >= WINDOW.toSeconds() * LOWERED;
    }

    private Work ended() {
        return looks.stream().map(Look::ended).reduce(Work.NONE, Work::plus);
    }
}
