package dev.ponder.scaling.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.api.Test;

/** What a law makes of looks at which its sources are silent, and of the first at which they speak again. */
class BlindLookTest {

    private static final double MUCH = 3000;
    private static final int MOST = 3;

    private final ScalingLaw law = new ScalingLaw(settings(Duration.ofSeconds(5)));
    private int tick;
    private int replicas = MOST;

    private static LawSettings settings(Duration coldStart) {
        return Seen.forgetful(MOST, Duration.ofSeconds(5), coldStart);
    }

    private int waits(double requests) {
        replicas = law.decide(Seen.waiting(++tick, replicas, Reading.of(Seen.work(requests))))
                .replicas();
        return replicas;
    }

    private int blind() {
        replicas = law.decide(Seen.blind(++tick, replicas)).replicas();
        return replicas;
    }

    private void times(int count, Runnable look) {
        for (int i = 0; i < count; i++) {
            look.run();
        }
    }

    /** Found on a cluster: a load that went on behind a broker that was away was taken for a new one, soon over as the last. */
    @Test
    void goesOnWithALoadThatWasThereBefore() {
        times(3, () -> waits(MUCH));
        times(3, this::blind);

        int after = waits(MUCH);

        assertThat(after).isEqualTo(MOST);
    }

    @Test
    void holdsReplicasForAsLongAfterAsIfSomebodyHadAskedForThemMeanwhile() {
        times(8, () -> waits(MUCH));
        times(3, this::blind);

        int after = waits(0);

        assertThat(after).isEqualTo(MOST);
    }

    @Test
    void letsThemGoWhenTheTimeToHoldIsOver() {
        times(8, () -> waits(MUCH));
        times(3, this::blind);
        times(20, () -> waits(0));

        assertThat(replicas).isZero();
    }

    /** A page that fails now and then is no reason to pay for what nobody asks for. */
    @Test
    void letsThemGoThoughEachOtherLookIsBlind() {
        times(8, () -> waits(MUCH));
        times(20, () -> {
            blind();
            waits(0);
        });

        assertThat(replicas).isZero();
    }

    /** Found on a cluster: looks that waited for the broker's time-outs took work for so slow to come that one replica would do. */
    @Test
    void plansNoLongerAheadForALookThatWaitedForASource() {
        ScalingLaw hasty = new ScalingLaw(settings(Duration.ofSeconds(1)));
        for (int i = 1; i <= 20; i++) {
            hasty.decide(after(Duration.ofSeconds(1), Seen.waiting(i, MOST, Reading.of(Seen.work(60)))));
        }

        int late = hasty.decide(after(Duration.ofMinutes(1), Seen.waiting(40, MOST, Reading.of(Seen.work(60)))))
                .replicas();

        assertThat(late).isEqualTo(MOST);
    }

    private static PoolObservation after(Duration since, PoolObservation seen) {
        return new PoolObservation(seen.at(), since, seen.replicas(), seen.classes(), seen.paces(), seen.due());
    }

    /** What came meanwhile came over all that time, not in the last look alone. */
    @Test
    void takesWhatCameMeanwhileForNoSpike() {
        ScalingLaw steady = new ScalingLaw(Seen.settings(0, 20, new TokenWork()));
        int before = 0;
        while (tick < 60) {
            before = steady.decide(Seen.arriving(++tick, before, 20)).replicas();
        }
        while (tick < 70) {
            before = steady.decide(Seen.blind(++tick, before)).replicas();
        }

        int after = steady.decide(Seen.arriving(++tick, before, 220)).replicas();

        assertThat(after).isEqualTo(before);
    }

    /** A pool that lets a replica go while work waits, and asks for it again for the same work, has lost a cold start. */
    @Property(tries = 500)
    boolean neverTakesBackForTheSameWorkWhatItLetGo(
            @ForAll @Size(min = 1, max = 60) List<@WithNull(0.2) @IntRange(max = 6000) Integer> waiting,
            @ForAll @IntRange(min = 1, max = 60) int coldStart) {
        ScalingLaw one = new ScalingLaw(settings(Duration.ofSeconds(coldStart)));
        int now = MOST;
        List<Integer> all = new ArrayList<>(waiting);
        for (int i = 0; i < all.size(); i++) {
            Integer there = all.get(i);
            int decided = one.decide(
                            there == null
                                    ? Seen.blind(2 * i + 1, now)
                                    : Seen.waiting(2 * i + 1, now, Reading.of(Seen.work(there))))
                    .replicas();
            if (decided < now && Objects.requireNonNull(there) > 0) {
                int next = one.decide(Seen.waiting(2 * i + 2, decided, Reading.of(Seen.work(there))))
                        .replicas();
                if (next > decided) {
                    return false;
                }
            }
            now = decided;
        }
        return true;
    }

    @Test
    void neverShrinksByAZeroThatNobodySaid() {
        times(8, () -> waits(MUCH));

        times(100, this::blind);

        assertThat(replicas).isEqualTo(MOST);
    }
}
