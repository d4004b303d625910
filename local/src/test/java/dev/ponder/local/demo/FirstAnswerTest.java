package dev.ponder.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.local.exchange.Question;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstAnswerTest {

    private static final long SECOND = 1_000_000_000;
    private static final Instant ENTER = Instant.parse("2026-11-30T12:00:00Z");

    private final Ledger ledger = new Ledger();

    @AfterEach
    void forget() {
        System.clearProperty("ponder.entered");
        System.clearProperty("ponder.built");
    }

    @Test
    void countsFromEnterThoughThisProgramBeganLater() {
        Entered entered =
                Entered.of(ENTER, ENTER.plusMillis(2500), 7 * SECOND, false).orElseThrow();
        asked("a");
        ledger.settled(Results.thought("a", 3), 17 * SECOND);

        FirstAnswer first = FirstAnswer.of(entered, ledger, false).orElseThrow();

        assertThat(first.seconds()).isEqualTo(12.5);
        assertThat(first.line()).isEqualTo("  first answer 12.5 s after Enter");
    }

    @Test
    void takesNoErrorForAnAnswer() {
        asked("a", "b", "c");
        ledger.settled(Results.refused("a"), SECOND);
        ledger.settled(Results.thought("b", 3), 2 * SECOND);
        ledger.settled(Results.thought("c", 3), 3 * SECOND);

        FirstAnswer first = FirstAnswer.of(new Entered(0, false), ledger, false).orElseThrow();

        assertThat(first.seconds()).isEqualTo(2.0);
    }

    @Test
    void isNoneWhereNothingWasAnswered() {
        asked("a");

        assertThat(FirstAnswer.of(new Entered(0, false), ledger, false)).isEmpty();
    }

    @Test
    void saysWhatWasIncludedOnce() {
        assertThat(new FirstAnswer(190, true, true).line())
                .endsWith("190.0 s after Enter (the first build and a start without start-up caches included)");
        assertThat(new FirstAnswer(190, true, false).line()).endsWith("(the first build included)");
    }

    @Test
    void believesTheScript() {
        System.setProperty("ponder.entered", Long.toString(ENTER.toEpochMilli()));
        System.setProperty("ponder.built", "true");

        assertThat(Entered.said(ENTER.plusSeconds(3), 5 * SECOND)).hasValue(new Entered(2 * SECOND, true));
    }

    @Test
    void isNotReckonedWhereNobodySaysWhenEnterWas() {
        assertThat(Entered.said(ENTER, 0)).isEmpty();
    }

    @Test
    void isNotReckonedByAClockThatWasSetBack() {
        assertThat(Entered.of(ENTER, ENTER.minusSeconds(1), 0, false)).isEmpty();
    }

    private void asked(String... ids) {
        for (String id : ids) {
            ledger.asked(new Schedule.Due(Question.chat(new RequestId(id), "What is 1 + 1?"), 0));
        }
    }
}
