package dev.ponder.autoscaler.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class SteadyTimeTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    @Property
    void alwaysGoesOnWhateverTheWallClockShows(
            @ForAll @Size(max = 20) List<@LongRange(min = -4_000_000, max = 4_000_000) Long> wallSeconds,
            @ForAll @LongRange(min = 0, max = 60_000_000_000L) long pace) {
        SteadyTime time = new SteadyTime(NOON, 0);
        Instant before = NOON;
        long nanos = 0;
        for (long wall : wallSeconds) {
            nanos += pace;
            Instant now = time.advance(NOON.plusSeconds(wall), nanos);
            assertThat(now).isAfter(before);
            assertThat(now).isBeforeOrEqualTo(before.plusNanos(pace + pace / 10 + 1));
            before = now;
        }
    }

    @Example
    void catchesUpWithAClockThatWasSet() {
        SteadyTime time = new SteadyTime(NOON, 0);
        Instant now = NOON;

        for (int second = 1; second <= 100; second++) {
            now = time.advance(NOON.plusSeconds(second + 5), second * 1_000_000_000L);
        }

        assertThat(now).isEqualTo(NOON.plusSeconds(105));
    }
}
