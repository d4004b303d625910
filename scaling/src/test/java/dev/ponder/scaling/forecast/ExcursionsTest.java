package dev.ponder.scaling.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExcursionsTest {

    private static final Duration LEAD = Duration.ofSeconds(100);
    private final Excursions excursions = new Excursions();
    private long second;

    private boolean above(int seconds) {
        boolean lasts = true;
        for (int i = 0; i < seconds; i++) {
            lasts = excursions.lasts(Instant.EPOCH.plusSeconds(second++), true, LEAD);
        }
        excursions.lasts(Instant.EPOCH.plusSeconds(second++), false, LEAD);
        return lasts;
    }

    @Test
    void followsTheFirst() {
        assertThat(above(1)).isTrue();
    }

    @Test
    void followsNoneThatWillBeOverBeforeAReplicaIsWarm() {
        above(60);
        above(70);

        boolean lasts = above(10);

        assertThat(lasts).isFalse();
    }

    @Test
    void followsOneThatLastsLongerThanAllBefore() {
        above(60);
        above(70);

        boolean lasts = above(80);

        assertThat(lasts).isTrue();
    }

    @Test
    void followsWhereHalfOfThoseThatCameAsFarWentOnForLongEnough() {
        above(60);
        above(300);

        boolean lasts = above(10);

        assertThat(lasts).isTrue();
    }
}
