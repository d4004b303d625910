package dev.ponder.scaling.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpikesTest {

    private final Spikes spikes = new Spikes(Duration.ofHours(1), Duration.ofMinutes(10));

    @Test
    void countsAMomentAsOftenAsRequestsCameInIt() {
        for (int second = 0; second < 95; second++) {
            spikes.add(Instant.EPOCH.plusSeconds(second), 0, 1);
        }
        spikes.add(Instant.EPOCH.plusSeconds(96), 7, 400);

        assertThat(spikes.level(0.5)).isEqualTo(7);
    }

    @Test
    void keepsWhatSpikesTookThroughALull() {
        spikes.add(Instant.EPOCH, 7, 400);
        for (int second = 1; second < 1200; second++) {
            spikes.add(Instant.EPOCH.plusSeconds(second), 0, 0);
        }

        assertThat(spikes.level(0.95)).isEqualTo(7);
    }

    @Test
    void knowsOfNoneWhereNobodyCame() {
        assertThat(spikes.level(0.95)).isZero();
    }
}
