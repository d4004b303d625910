package dev.ponder.scaling.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.Objective;
import dev.ponder.scaling.observation.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HindsightTest {

    private static final ReplicaModel MODEL = new ReplicaModel(60, 13_000, 0.015, 0.00033);
    private static final Objective URGENT = new Objective("urgent", Duration.ofSeconds(3), Duration.ofMillis(100));
    private static final Objective PATIENT = new Objective("patient", Duration.ofMinutes(1), Duration.ofMillis(100));
    private static final Duration LEAD = Duration.ofSeconds(100);
    private static final int SECONDS = 5;

    private static Slice slice(int index, Objective objective, double requests, double followed) {
        Work work = new Work(requests, requests * 4000, requests * 200);
        return new Slice(
                Instant.EPOCH.plusSeconds((long) SECONDS * index),
                SECONDS,
                List.of(new Slice.Arrived(objective, work)),
                followed);
    }

    private static double enough(List<Slice> slices) {
        Hindsight hindsight = new Hindsight(Duration.ofHours(1), Duration.ofMinutes(30));
        double enough = 0;
        for (Slice slice : slices) {
            hindsight.add(slice);
            enough = hindsight.enough(MODEL, LEAD, 0.9);
        }
        return enough;
    }

    /** A burst of so many requests every five minutes, for an hour. */
    private static List<Slice> bursts(Objective objective, double requests) {
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i < 720; i++) {
            slices.add(slice(i, objective, i % 60 == 59 ? requests : 0, 0));
        }
        return slices;
    }

    @Test
    void asksForNothingWhereNobodyCame() {
        double enough = enough(bursts(URGENT, 0));

        assertThat(enough).isZero();
    }

    @Test
    void readsABurstWithinWhatWasPromised() {
        double enough = enough(bursts(URGENT, 60));

        // 60 prompts at a blow are 18.5 s of reading for one replica; nine of ten of them within 3 s take 5.5.
        assertThat(enough).isBetween(4.5, 7.0);
    }

    @Test
    void spreadsABurstOfThoseWhoCanWait() {
        double enough = enough(bursts(PATIENT, 60));

        assertThat(enough).isLessThan(1.5);
    }

    @Test
    void asksForNothingThatLastedAndWasFollowed() {
        List<Slice> hump = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            boolean high = i >= 40 && i < 120;
            hump.add(slice(i, URGENT, high ? 40 : 5, high ? 2.5 : 0.4));
        }

        double enough = enough(hump);

        assertThat(enough).isLessThanOrEqualTo(1.1);
    }

    @Property(tries = 50)
    boolean isEnoughAndATenthLessIsNot(@ForAll @Size(min = 5, max = 60) List<@IntRange(max = 40) Integer> arrivals) {
        List<Slice> slices = new ArrayList<>();
        arrivals.forEach(count -> slices.add(slice(slices.size(), URGENT, count, 0)));
        double enough = enough(slices);
        Rerun rerun = new Rerun(slices, MODEL, LEAD, Duration.ofMinutes(30));
        return rerun.isEnough(enough, 0.9) && (enough == 0 || !rerun.isEnough(Math.max(0, enough - 0.21), 0.9));
    }
}
