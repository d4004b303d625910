package dev.ponder.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.local.exchange.Question;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final long MILLI = 1_000_000;

    private final Ledger ledger = new Ledger();

    @Test
    void addsUpWhatWasAnswered() {
        asked("a", "b", "c");
        ledger.settled(Results.thought("a", 100), 10 * MILLI);
        ledger.settled(Results.cached("b"), 20 * MILLI);
        ledger.settled(Results.refused("c"), 30 * MILLI);

        Summary summary = Summary.of(ledger);

        assertThat(summary)
                .isEqualTo(
                        new Summary(3, 3, 0, 0, 1, 1, 100, new BigDecimal("0.100"), "USD", List.of(10.0, 20.0, 30.0)));
        assertThat(summary.isClean()).isTrue();
        assertThat(summary.percentileMillis(0.5)).isEqualTo(20.0);
        assertThat(summary.percentileMillis(0.99)).isEqualTo(30.0);
    }

    @Test
    void countsWhatWasLost() {
        asked("a", "b");
        ledger.settled(Results.thought("a", 1), MILLI);

        Summary summary = Summary.of(ledger);

        assertThat(summary.lost()).isEqualTo(1);
        assertThat(summary.isClean()).isFalse();
    }

    @Test
    void countsWhatWasAnsweredTwiceOnce() {
        asked("a");
        ledger.settled(Results.thought("a", 1), MILLI);

        assertThat(ledger.settled(Results.thought("a", 1), 2 * MILLI)).isEmpty();

        Summary summary = Summary.of(ledger);
        assertThat(summary.doubled()).isEqualTo(1);
        assertThat(summary.settled()).isZero();
        assertThat(summary.isClean()).isFalse();
    }

    @Test
    void ignoresResultsOfOthers() {
        assertThat(ledger.settled(Results.thought("somebody-else", 1), MILLI)).isEmpty();
    }

    @Test
    void leavesOutWhatCouldNotBeMeasured() {
        assertThat(Summary.of(ledger).metrics()).containsKey("produced").doesNotContainKeys("p50_ms", "p99_ms");
    }

    private void asked(String... ids) {
        for (String id : ids) {
            RequestId name = new RequestId(id);
            ledger.asked(new Schedule.Due(Question.chat(name, "What is 1 + 1?"), 0));
            ledger.acknowledged(name);
        }
    }
}
