package dev.ponder.scaling.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WarmSparesTest {

    @Test
    void stayReadyWhereNothingIsAskedFor() {
        ScalingLaw law = new ScalingLaw(Seen.settings(0, 20, new TokenWork(), new WarmSpares(2)));

        Decision decision = law.decide(Seen.arriving(1, 0, 0));

        assertThat(decision.replicas()).isEqualTo(2);
        assertThat(decision.reasons()).first().isEqualTo("warm-spares: 2 stand ready beyond what is busy");
    }

    @Test
    void comeOnTopOfWhatIsBusy() {
        int without = new ScalingLaw(Seen.settings(0, 20, new TokenWork()))
                .decide(Seen.arriving(1, 0, 50))
                .replicas();

        int with = new ScalingLaw(Seen.settings(0, 20, new TokenWork(), new WarmSpares(2)))
                .decide(Seen.arriving(1, 0, 50))
                .replicas();

        assertThat(with).isBetween(without + 2, without + 3);
    }

    @Test
    void areCountedFromOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WarmSpares(0))
                .withMessage("warm spares are counted from 1: 0");
    }
}
