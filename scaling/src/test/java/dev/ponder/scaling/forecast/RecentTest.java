package dev.ponder.scaling.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RecentTest {

    private final Recent<Instant> recent = new Recent<>(Function.identity());

    @Test
    void remembersWhatIsNoOlderThanSaid() {
        recent.note(Instant.ofEpochSecond(10), Duration.ofSeconds(5));
        recent.note(Instant.ofEpochSecond(13), Duration.ofSeconds(5));
        recent.note(Instant.ofEpochSecond(18), Duration.ofSeconds(5));

        assertThat(recent.all()).containsExactly(Instant.ofEpochSecond(13), Instant.ofEpochSecond(18));
    }

    @Test
    void hasNothingBeforeTheFirst() {
        assertThat(recent.isEmpty()).isTrue();
        assertThat(recent.all()).isEmpty();
    }
}
