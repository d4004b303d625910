package dev.ponder.router.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TokenAllowanceTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final TokenAllowance allowance = new TokenAllowance(600, 0);

    @Test
    void givesAMinutesWorthAtOnceAndNoMore() {
        assertThat(allowance.take(600, 0)).isTrue();
        assertThat(allowance.take(1, 0)).isFalse();
    }

    @Test
    void takesNothingWhereItRefuses() {
        assertThat(allowance.take(601, 0)).isFalse();
        assertThat(allowance.take(600, 0)).isTrue();
    }

    @Test
    void refillsEvenlyUpToAMinutesWorth() {
        allowance.take(600, 0);
        assertThat(allowance.take(11, SECOND)).isFalse();
        assertThat(allowance.take(10, SECOND)).isTrue();
        assertThat(allowance.take(601, 3_600 * SECOND)).isFalse();
    }

    /** Two threads may read the clock in one order and ask in the other. */
    @Test
    void refillsOnceForASpanThatIsReportedTwice() {
        allowance.take(600, 0);
        allowance.take(600, 30 * SECOND);
        allowance.take(600, 0);
        assertThat(allowance.take(301, 30 * SECOND)).isFalse();
    }
}
