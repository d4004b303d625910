package dev.ponder.autoscaler.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.plan.PoolId;
import dev.ponder.mechanics.time.ManualTicker;
import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.observation.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionBoardTest {

    private static final PoolId MAIN = new PoolId("main");
    private static final Decision FOUR = new Decision.Kept(Instant.EPOCH, 4, List.of("enough"));

    private final ManualTicker ticker = new ManualTicker(Instant.EPOCH);
    private final DecisionBoard board = new DecisionBoard(ticker, Duration.ofSeconds(60));

    @Test
    void holdsTheLastDecision() {
        board.post(MAIN, Sights.calm(), FOUR);

        Reading<Decision> standing = board.standing(MAIN);

        assertThat(standing).isEqualTo(Reading.of(FOUR));
        assertThat(board.wanted(MAIN)).isEqualTo(4);
        assertThat(board.kvUse(MAIN)).isEqualTo(0.5);
    }

    @Test
    void knowsNothingBeforeTheFirstDecision() {
        Reading<Decision> standing = board.standing(MAIN);

        assertThat(standing).isEqualTo(Reading.missing("nothing was decided yet about pool main"));
        assertThat(board.wanted(MAIN)).isNaN();
    }

    @Test
    void forgetsWhatIsOld() {
        board.post(MAIN, Sights.calm(), FOUR);
        ticker.advance(Duration.ofSeconds(61));

        Reading<Decision> standing = board.standing(MAIN);

        assertThat(standing).isEqualTo(Reading.missing("the last decision about pool main is 61 s old"));
    }

    @Test
    void doesNotCountADecisionThatKnewNoDemand() {
        board.post(MAIN, Sights.of(Reading.missing("the broker did not answer")), FOUR);

        Reading<Decision> standing = board.standing(MAIN);

        assertThat(standing)
                .isEqualTo(Reading.missing("what waits for pool main is not known: the broker did not answer"));
    }
}
