package dev.ponder.scaling.pricing;

import static dev.ponder.scaling.pricing.Offers.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CostCurveTest {

    private static final Offer OFFER = Offers.of("2", "100", "40", "1400");

    @Test
    void addsFixedCostsReplicaHoursAndOperations() {
        CostCurve curve = curve(Traffic.REQUESTS_A_SECOND, "700", "1");

        Money month = curve.month(new BigDecimal("4.1"));

        assertThat(curve.replicas(new BigDecimal("4.1"))).isEqualTo(3);
        assertThat(month).isEqualTo(usd("4600"));
    }

    @Test
    void needsOneMoreReplicaJustPastWhatTheOthersCarry() {
        CostCurve curve = curve(Traffic.REQUESTS_A_SECOND, "700", "1");

        long carried = curve.replicas(BigDecimal.TWO);

        assertThat(carried).isEqualTo(1);
        assertThat(curve.replicas(new BigDecimal("2.000000001"))).isEqualTo(2);
        assertThat(curve.replicas(BigDecimal.ZERO)).isEqualTo(1);
    }

    @Test
    void sizesADayForItsPeak() {
        CostCurve curve = curve(Traffic.REQUESTS_A_DAY, "1400", "4");

        BigDecimal carried = curve.carriedBy(1);

        assertThat(carried).isEqualByComparingTo("21600");
    }

    @Test
    void ignoresThePeakWhereLoadIsTheSameAtAllTimes() {
        CostCurve curve = curve(Traffic.REQUESTS_A_SECOND, "1400", "4");

        assertThat(curve.carriedBy(1)).isEqualByComparingTo("1");
    }

    @Test
    void spreadsAMonthOverItsAnswers() {
        CostCurve curve = curve(Traffic.REQUESTS_A_DAY, "1400", "1");

        UnitCost unit = curve.unit(BigDecimal.valueOf(1000));

        assertThat(unit.thousandAnswers().amount().doubleValue()).isEqualTo(1600 / (1000 * 730 / 24.0) * 1000);
        assertThat(unit.correctAnswer().orElseThrow().amount())
                .isEqualByComparingTo(unit.request().amount().divide(new BigDecimal("0.8")));
    }

    @Test
    void takesTheThroughputOfTheSpeed() {
        Throughput both = new Throughput(new TokenRate(BigDecimal.TEN), new TokenRate(BigDecimal.TWO));
        Offer offer = new Offer("a", new ReplicaPrice(usd("1"), 4), usd("0"), usd("0"), both, null);
        Demand demand = Offers.even("1");
        BigDecimal load = BigDecimal.TEN;

        long slow = new CostCurve(offer, OutputSpeed.SLOW, demand, Traffic.REQUESTS_A_SECOND).replicas(load);

        assertThat(slow).isEqualTo(1);
        assertThat(new CostCurve(offer, OutputSpeed.FAST, demand, Traffic.REQUESTS_A_SECOND).replicas(load))
                .isEqualTo(5);
        assertThat(offer.month(1)).isEqualTo(usd("2920"));
    }

    @Test
    void refusesWhatIsNoOffer() {
        TokenRate one = new TokenRate(BigDecimal.ONE);
        TokenRate two = new TokenRate(BigDecimal.TWO);

        assertThatThrownBy(() -> new Throughput(one, two)).hasMessageContaining("fast is above slow");
        assertThatThrownBy(() -> new TokenRate(BigDecimal.ZERO)).hasMessageContaining("above zero");
        assertThatThrownBy(() -> new Accuracy(BigDecimal.TWO)).hasMessageContaining("at most 1");
        assertThatThrownBy(() -> new ReplicaPrice(usd("1"), 0)).hasMessageContaining("gpus");
        assertThatThrownBy(() -> Offers.of("0", "0", "0", "1")).hasMessageContaining("all zero");
        assertThatThrownBy(() -> new Demand(BigDecimal.ONE, new BigDecimal("0.9")))
                .hasMessageContaining("below 1");
    }

    private static CostCurve curve(Traffic traffic, String outputTokens, String peak) {
        Demand demand = new Demand(new BigDecimal(outputTokens), new BigDecimal(peak));
        return new CostCurve(OFFER, OutputSpeed.SLOW, demand, traffic);
    }
}
