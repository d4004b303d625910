package dev.ponder.workqueue.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.mechanics.time.ManualTicker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PollingTurnsTest {

    private static final Duration NO_TIME = Duration.ZERO;
    private static final int SURPLUS = 2;

    private final ManualTicker ticker = new ManualTicker(Instant.EPOCH);

    @Test
    void servesBusyLanesByTheirWeights() throws Exception {
        PollingTurns turns = new PollingTurns(ticker, 3, 1);
        List<Integer> served = new ArrayList<>();

        for (int i = 0; i < 40; i++) {
            int lane = turns.claim(NO_TIME);
            turns.giveBack(lane, true);
            served.add(lane);
        }

        assertThat(Collections.frequency(served, 0)).isEqualTo(30);
    }

    @Test
    void givesEachLaneToOnePollerAtATime() throws Exception {
        PollingTurns turns = new PollingTurns(ticker, 1, 1);

        assertThat(List.of(turns.claim(NO_TIME), turns.claim(NO_TIME))).containsExactlyInAnyOrder(0, 1);
        assertThat(turns.claim(NO_TIME)).isEqualTo(PollingTurns.NONE);
    }

    @Test
    void servesTheOtherLaneWhileTheHeavyOneIsPolled() throws Exception {
        PollingTurns turns = new PollingTurns(ticker, 9, 1);
        assertThat(turns.claim(NO_TIME)).isZero();

        for (int i = 0; i < 10; i++) {
            assertThat(turns.claim(NO_TIME)).isEqualTo(1);
            turns.giveBack(1, true);
        }
    }

    @Test
    void wakesWhoWaitsWhenALaneIsFreed() throws Exception {
        PollingTurns turns = new PollingTurns(ticker, 1);
        int first = turns.claim(NO_TIME);
        Thread other = Thread.ofVirtual().start(() -> turns.giveBack(first, true));

        int second = turns.claim(Duration.ofSeconds(30));
        other.join();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void tellsAnIdlePollerThatAnotherLaneWantsItsRoom() throws Exception {
        PollingTurns turns = new PollingTurns(ticker, 1, 1);

        turns.waitsForRoom(1, true);

        assertThat(turns.roomWantedElsewhere(0, false)).isTrue();
        assertThat(turns.roomWantedElsewhere(1, false)).isFalse();
    }

    @Test
    void servesTheSurplusOnlyOnceAllOtherLanesWereFoundEmpty() throws Exception {
        PollingTurns turns = new PollingTurns(ticker, 3, 1, 0);
        assertThat(List.of(turns.claim(NO_TIME), turns.claim(NO_TIME))).containsExactlyInAnyOrder(0, 1);
        turns.foundEmpty(0);
        assertThat(turns.claim(NO_TIME)).isEqualTo(PollingTurns.NONE);

        turns.foundEmpty(1);

        assertThat(turns.claim(NO_TIME)).isEqualTo(SURPLUS);
    }

    @Test
    void servesTheSurplusNoMoreWhenAnotherLaneGaveARecord() throws Exception {
        PollingTurns turns = new PollingTurns(ticker, 3, 1, 0);
        int first = turns.claim(NO_TIME);
        int second = turns.claim(NO_TIME);
        turns.foundEmpty(first);
        turns.foundEmpty(second);
        assertThat(turns.isDue(SURPLUS)).isTrue();

        turns.giveBack(first, true);

        assertThat(turns.isDue(SURPLUS)).isFalse();
        assertThat(turns.claim(NO_TIME)).isEqualTo(first);
        assertThat(turns.claim(NO_TIME)).isEqualTo(PollingTurns.NONE);
    }

    @Test
    void believesOnlyForAWhileThatALaneIsEmpty() throws Exception {
        PollingTurns turns = new PollingTurns(ticker, 1, 0);
        turns.foundEmpty(turns.claim(NO_TIME));
        assertThat(turns.isDue(1)).isTrue();

        ticker.advance(Duration.ofSeconds(3));

        assertThat(turns.isDue(1)).isFalse();
    }

    @Test
    void keepsRoomForWhatMayComeFromTheSurplusWhileWorkRuns() {
        PollingTurns turns = new PollingTurns(ticker, 1, 0);

        turns.waitsForRoom(1, true);

        assertThat(turns.roomWantedElsewhere(0, false)).isFalse();
        assertThat(turns.roomWantedElsewhere(0, true)).isTrue();
    }
}
