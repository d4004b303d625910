package dev.ponder.scaling.pricing.crossover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ponder.scaling.pricing.CostCurve;
import dev.ponder.scaling.pricing.Demand;
import dev.ponder.scaling.pricing.Offer;
import dev.ponder.scaling.pricing.Offers;
import dev.ponder.scaling.pricing.OutputSpeed;
import dev.ponder.scaling.pricing.Traffic;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CrossoverTest {

    private static final BigDecimal TENTH = new BigDecimal("0.1");

    /** A replica of 1 token a second for 730 a month. */
    private static final CostCurve SMALL = curve(Offers.of("1", "0", "0", "1"));

    @Test
    void findsALeadThatIsLostWonAndLostAgain() {
        CostCurve large = curve(Offers.of("2.2", "0", "0", "3"));

        Crossover crossover = Crossover.of(SMALL, large, new BigDecimal("9"));

        assertThat(crossover.leads())
                .extracting(lead -> lead.from() + "–" + lead.to() + " " + lead.leader())
                .containsExactly("0–2 FIRST", "2–3 SECOND", "3–4 FIRST", "4–9 SECOND");
        assertThat(crossover.lasts()).isTrue();
    }

    @Test
    void saysByHowMuchALeadIsOne() {
        CostCurve large = curve(Offers.of("2.2", "0", "0", "3"));

        Lead first = Crossover.of(SMALL, large, new BigDecimal("9")).leads().getFirst();

        assertThat(first.leastRatio()).isCloseTo(1 / 2.2, within(1e-12));
        assertThat(first.mostRatio()).isCloseTo(2 / 2.2, within(1e-12));
    }

    @Test
    void givesNobodyALeadWhereBothCostTheSame() {
        CostCurve same = curve(Offers.of("2", "0", "0", "2"));

        Crossover crossover = Crossover.of(SMALL, same, new BigDecimal("4"));

        assertThat(crossover.leads())
                .extracting(Lead::leader)
                .containsExactly(Leader.FIRST, Leader.NEITHER, Leader.FIRST, Leader.NEITHER);
        assertThat(crossover.lasts()).isFalse();
    }

    @Test
    void findsFromWhereReplicasHaveEvenedCostsOut() {
        CostCurve large = curve(Offers.of("4", "0", "0", "4"));

        Crossover crossover = Crossover.of(SMALL, large, new BigDecimal("200"));

        assertThat(crossover.convergedFrom(TENTH)).hasValue(new BigDecimal("25"));
    }

    @Test
    void findsItBeyondTheEndToo() {
        CostCurve large = curve(Offers.of("4", "0", "0", "4"));

        Crossover crossover = Crossover.of(SMALL, large, new BigDecimal("4"));

        assertThat(crossover.convergedFrom(TENTH)).hasValue(new BigDecimal("25"));
    }

    @Test
    void saysNothingConvergesThatComesApartInTheLongRun() {
        CostCurve dearer = curve(Offers.of("1.2", "0", "0", "1"));
        CostCurve equalAtTheEnd = curve(Offers.of("2", "0", "0", "1.5"));

        assertThat(Crossover.of(SMALL, dearer, BigDecimal.TEN).convergedFrom(TENTH))
                .isEmpty();
        assertThat(Crossover.of(SMALL, equalAtTheEnd, new BigDecimal("1.5")).convergedFrom(TENTH))
                .isEmpty();
    }

    @Test
    void refusesWhatCannotBeCompared() {
        CostCurve byDay = new CostCurve(SMALL.offer(), OutputSpeed.SLOW, Offers.even("1"), Traffic.REQUESTS_A_DAY);

        assertThatThrownBy(() -> Crossover.of(SMALL, byDay, BigDecimal.ONE)).hasMessageContaining("differ");
        assertThatThrownBy(() -> Crossover.of(SMALL, SMALL, BigDecimal.ZERO)).hasMessageContaining("above zero");
        assertThatThrownBy(() -> Crossover.of(SMALL, SMALL, new BigDecimal("1e6")))
                .hasMessage("a load of 1000000 takes more than 100000 replicas; compare the offers up to a lower one");
    }

    private static CostCurve curve(Offer offer) {
        Demand demand = Offers.even("1");
        return new CostCurve(offer, OutputSpeed.SLOW, demand, Traffic.REQUESTS_A_SECOND);
    }
}
