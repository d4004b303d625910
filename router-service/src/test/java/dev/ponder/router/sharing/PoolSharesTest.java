package dev.ponder.router.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.contracts.id.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PoolSharesTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Instant DEADLINE = NOW.plusSeconds(60);
    private static final TenantId FLOOD = new TenantId("flood");
    private static final TenantId CALM = new TenantId("calm");

    private final PoolShares shares = new PoolShares(1_000, new Weights(Map.of()));

    @Test
    void letsATenantThatHeldNothingHoldSomeTimesItsPart() {
        assertThat(place("a", FLOOD, 4_000)).isEqualTo(Share.WITHIN);

        assertThat(place("b", FLOOD, 1)).isEqualTo(Share.BEYOND);
    }

    @Test
    void leavesWhoHoldsMoreThanItsPartForLongWithNoMoreThanThat() {
        place("a", FLOOD, 1_000);
        place("b", FLOOD, 3_000);
        shares.settled("b", NOW.plusSeconds(60));

        assertThat(shares.most(FLOOD, NOW.plusSeconds(60))).isEqualTo(1_000);
        assertThat(shares.place("c", FLOOD, 1, DEADLINE, NOW.plusSeconds(60))).isEqualTo(Share.BEYOND);
    }

    @Test
    void letsWhoHoldsLessSaveForLater() {
        place("a", FLOOD, 4_000);
        shares.settled("a", NOW.plusSeconds(60));

        assertThat(shares.most(FLOOD, NOW.plusSeconds(60))).isEqualTo(1_000);
        assertThat(shares.most(FLOOD, NOW.plusSeconds(65))).isEqualTo(2_500);
        assertThat(shares.most(FLOOD, NOW.plusSeconds(80))).isEqualTo(4_000);
    }

    @Test
    void halvesThePartsWhenAnotherAsks() {
        place("a", CALM, 100);
        place("b", FLOOD, 100);

        assertThat(shares.part(FLOOD, NOW)).isEqualTo(500);
        assertThat(shares.part(CALM, NOW)).isEqualTo(500);
    }

    @Test
    void dividesByWeight() {
        PoolShares weighted = new PoolShares(1_000, new Weights(Map.of(CALM, 3)));
        weighted.place("a", FLOOD, 1, DEADLINE, NOW);
        weighted.place("b", CALM, 1, DEADLINE, NOW);

        assertThat(weighted.part(CALM, NOW)).isEqualTo(750);
        assertThat(weighted.part(FLOOD, NOW)).isEqualTo(250);
    }

    @Test
    void letsWhoHoldsNothingHaveOneRequestHoweverLarge() {
        place("a", FLOOD, 4_000);

        assertThat(place("b", CALM, 9_000)).isEqualTo(Share.WITHIN);
    }

    @Test
    void givesBackWhatIsSettled() {
        place("a", FLOOD, 4_000);

        shares.settled("a", NOW);
        shares.settled("a", NOW);

        assertThat(shares.held(FLOOD)).isZero();
        assertThat(place("b", FLOOD, 4_000)).isEqualTo(Share.WITHIN);
    }

    @Test
    void countsARepeatedRequestOnce() {
        place("a", FLOOD, 700);

        assertThat(place("a", FLOOD, 700)).isEqualTo(Share.WITHIN);
        assertThat(shares.held(FLOOD)).isEqualTo(700);
    }

    @Test
    void countsWhatOtherRoutersDispatch() {
        shares.heard("a", FLOOD, 4_000, DEADLINE, NOW);

        assertThat(place("b", FLOOD, 1)).isEqualTo(Share.BEYOND);
    }

    @Test
    void givesBackAfterTheDeadlineWhatItNeverHeardOfAgain() {
        place("a", FLOOD, 1_000);

        shares.forgetOld(DEADLINE.plus(Duration.ofMinutes(1)));
        assertThat(shares.held(FLOOD)).isEqualTo(1_000);
        shares.forgetOld(DEADLINE.plus(Duration.ofMinutes(1)).plusMillis(1));

        assertThat(shares.held(FLOOD)).isZero();
    }

    @Test
    void countsATenantAsWantingSomeForAWhileAfterItAskedLast() {
        place("a", CALM, 1);
        shares.settled("a", NOW);
        place("b", FLOOD, 1);

        assertThat(shares.part(FLOOD, NOW.plusSeconds(10))).isEqualTo(500);
        assertThat(shares.part(FLOOD, NOW.plusSeconds(11))).isEqualTo(1_000);
    }

    @Test
    void refusesAWeightThatIsNone() {
        assertThatThrownBy(() -> new Weights(Map.of(CALM, 0))).hasMessageContaining("calm");
    }

    private Share place(String digest, TenantId tenant, int tokens) {
        return shares.place(digest, tenant, tokens, DEADLINE, NOW);
    }
}
