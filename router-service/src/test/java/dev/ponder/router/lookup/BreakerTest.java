package dev.ponder.router.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BreakerTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Breaker breaker = new Breaker(2, Duration.ofSeconds(1));

    @Test
    void pausesAfterSoManyFailuresInARow() {
        breaker.failed(0);
        assertThat(breaker.isPaused(0)).isFalse();
        breaker.failed(0);
        assertThat(breaker.isPaused(0)).isTrue();
        assertThat(breaker.isPaused(SECOND - 1)).isTrue();
        assertThat(breaker.isPaused(SECOND)).isFalse();
    }

    @Test
    void pausesAgainAtTheNextFailure() {
        breaker.failed(0);
        breaker.failed(0);
        breaker.failed(SECOND);
        assertThat(breaker.isPaused(SECOND)).isTrue();
    }

    @Test
    void forgetsFailuresAtASuccess() {
        breaker.failed(0);
        breaker.succeeded();
        breaker.failed(0);
        assertThat(breaker.isPaused(0)).isFalse();
    }

    /** A stopwatch may stand at any number. */
    @Test
    void countsAcrossTheStopwatchsOverflow() {
        breaker.failed(Long.MAX_VALUE);
        breaker.failed(Long.MAX_VALUE);
        assertThat(breaker.isPaused(Long.MIN_VALUE)).isTrue();
        assertThat(breaker.isPaused(Long.MIN_VALUE + SECOND)).isFalse();
    }
}
