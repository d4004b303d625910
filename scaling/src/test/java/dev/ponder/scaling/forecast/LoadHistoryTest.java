package dev.ponder.scaling.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LoadHistoryTest {

    private static LoadHistory history(List<Double> loads) {
        LoadHistory history = new LoadHistory(Duration.ofHours(1), Duration.ofDays(1));
        for (int i = 0; i < loads.size(); i++) {
            history.add(Instant.EPOCH.plusSeconds(10L * i), loads.get(i));
        }
        return history;
    }

    @Test
    void seesByHowMuchTheLoadRoseWithinALeadToWhereItStayed() {
        LoadHistory history = history(List.of(1.0, 1.0, 3.0, 3.0, 3.0, 3.0));

        double rise = history.rise(Duration.ofSeconds(20), 1);

        assertThat(rise).isEqualTo(2);
    }

    @Test
    void takesNoPeakForARise() {
        LoadHistory history = history(List.of(1.0, 1.0, 3.0, 1.0, 1.0, 1.0));

        double rise = history.rise(Duration.ofSeconds(20), 1);

        assertThat(rise).isZero();
    }

    @Test
    void takesNoRiseForGoodThatWasTakenBackSince() {
        List<Double> up = List.of(1.0, 1.0, 3.0, 3.0, 3.0, 3.0, 3.0);
        List<Double> down = List.of(1.0, 1.0, 3.0, 3.0, 3.0, 3.0, 1.5);

        assertThat(history(up).rise(Duration.ofSeconds(20), 1)).isEqualTo(2);
        assertThat(history(down).rise(Duration.ofSeconds(20), 1)).isEqualTo(0.5);
    }

    @Test
    void believesNoRiseThatHasJustBegun() {
        LoadHistory history = history(List.of(1.0, 1.0, 1.0, 3.0));

        double rise = history.rise(Duration.ofSeconds(20), 1);

        assertThat(rise).isZero();
    }

    @Property
    boolean aSteadyOrFallingLoadHasNoRise(@ForAll @Size(max = 30) List<@DoubleRange(min = 0, max = 10) Double> loads) {
        List<Double> falling =
                loads.stream().sorted((a, b) -> Double.compare(b, a)).toList();
        return history(falling).rise(Duration.ofMinutes(5), 1) == 0;
    }

    @Property
    boolean aRiseIsNeverNegativeNorMoreThanAllThatWasSeen(
            @ForAll @Size(max = 30) List<@DoubleRange(min = 0, max = 10) Double> loads) {
        LoadHistory history = history(loads);
        double rise = history.rise(Duration.ofMinutes(1), 0.9);
        return rise >= 0
                && rise <= loads.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    @Test
    void forgetsWhatIsTooOld() {
        LoadHistory history = new LoadHistory(Duration.ofSeconds(30), Duration.ofDays(1));
        history.add(Instant.EPOCH, 1);
        history.add(Instant.EPOCH.plusSeconds(1), 9);

        history.add(Instant.EPOCH.plusSeconds(40), 1);

        assertThat(history.rise(Duration.ofSeconds(20), 1)).isZero();
    }

    @Test
    void countsAnOldRiseLessThanRecentRest() {
        LoadHistory history = new LoadHistory(Duration.ofHours(1), Duration.ofSeconds(10));
        history.add(Instant.EPOCH, 1);
        history.add(Instant.EPOCH.plusSeconds(10), 5);
        for (int second = 60; second < 120; second++) {
            history.add(Instant.EPOCH.plusSeconds(second), 5);
        }

        assertThat(history.rise(Duration.ofSeconds(10), 0.9)).isZero();
    }
}
