package dev.ponder.cache.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AgeLimitTest {

    private static final Instant LEARNED = Instant.parse("2026-11-01T10:00:00Z");

    @Test
    void passesAfterTheAgeNotAtIt() {
        AgeLimit limit = new AgeLimit(Duration.ofHours(1));

        assertThat(limit.isPassed(LEARNED, LEARNED.plusSeconds(3600))).isFalse();
        assertThat(limit.isPassed(LEARNED, LEARNED.plusSeconds(3601))).isTrue();
    }

    @Test
    void neverPassesWhereNoneIsSet() {
        assertThat(new AgeLimit(null).isPassed(Instant.MIN, LEARNED)).isFalse();
    }

    @Test
    void namesTheKeyThatIsWrong() {
        assertThatThrownBy(() -> new AgeLimit(Duration.ZERO)).hasMessageContaining("cache.retention.max-age");
    }
}
