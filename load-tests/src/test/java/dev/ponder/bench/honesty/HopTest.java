package dev.ponder.bench.honesty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HopTest {

    private static Lived waited(double seconds) {
        return new Lived(seconds, seconds + 1, seconds + 2);
    }

    @Test
    void countsOnlyThoseThatHadNoQueueBeforeThem() {
        Hop hop = Hop.between(List.of(waited(0.004), waited(0.9)), List.of(waited(0), waited(0.8)));

        assertThat(hop.seconds()).containsExactly(0.004);
    }

    @Test
    void addsWhatItSawToEveryPartOfALife() {
        List<Lived> later = new Hop(List.of(0.5)).before(List.of(waited(0), waited(1)), 1);

        assertThat(later).containsExactly(waited(0.5), waited(1.5));
    }

    @Test
    void drawsTheSameForTheSameSeed() {
        Hop hop = new Hop(List.of(0.1, 0.2, 0.3));
        List<Lived> lived = List.of(waited(0), waited(1), waited(2), waited(3));

        assertThat(hop.before(lived, 7)).isEqualTo(hop.before(lived, 7));
    }

    @Test
    void isMeasuredWhereASlotIsAlwaysFree() {
        List<Asked> asked = Hop.CALIBRATION.draw(1);

        List<Lived> simulated = SimulatedHouse.asShipped(asked);

        assertThat(simulated).filteredOn(one -> one.waited() == 0).hasSizeGreaterThan(50);
    }

    @Test
    void refusesACalibrationInWhichAllHadToWait() {
        assertThatThrownBy(() -> Hop.between(List.of(waited(1)), List.of(waited(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("had to wait");
    }
}
