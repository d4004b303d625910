package dev.ponder.scaling.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for any offer at any load. */
final class CostCurvePropertiesTest {

    private static final Demand DEMAND = new Demand(new BigDecimal("731.5"), new BigDecimal("2.7"));

    @Property
    void costsNeverFallAsTheLoadGrows(
            @ForAll("curves") CostCurve curve,
            @ForAll @BigRange(min = "0", max = "100000") BigDecimal load,
            @ForAll @BigRange(min = "0", max = "1000") BigDecimal more) {
        assertThat(curve.month(load.add(more))).isGreaterThanOrEqualTo(curve.month(load));
    }

    @Property
    void replicasAreNeverBelowNeedAndNeverOneTooMany(
            @ForAll("curves") CostCurve curve, @ForAll @BigRange(min = "0", max = "100000") BigDecimal load) {
        long replicas = curve.replicas(load);

        BigDecimal asked = load.multiply(DEMAND.outputTokens())
                .multiply(curve.traffic() == Traffic.REQUESTS_A_DAY ? DEMAND.peakOverMean() : BigDecimal.ONE);
        BigDecimal each = curve.offer()
                .throughput()
                .slow()
                .perSecond()
                .multiply(curve.traffic() == Traffic.REQUESTS_A_DAY ? BigDecimal.valueOf(86_400) : BigDecimal.ONE);
        assertThat(each.multiply(BigDecimal.valueOf(replicas))).isGreaterThanOrEqualTo(asked);
        if (replicas > 1) {
            assertThat(each.multiply(BigDecimal.valueOf(replicas - 1))).isLessThan(asked);
        }
    }

    @Property
    void whatReplicasCarryIsTheirEdge(
            @ForAll("curves") CostCurve curve, @ForAll @IntRange(min = 1, max = 100_000) int replicas) {
        BigDecimal edge = curve.carriedBy(replicas);

        assertThat(curve.replicas(edge)).isEqualTo(replicas);
        assertThat(curve.replicas(edge.multiply(new BigDecimal("1.000000001")))).isEqualTo(replicas + 1);
    }

    @Property
    void anAnswerCostsMoreIfOnlyRightOnesCount(
            @ForAll("curves") CostCurve curve, @ForAll @BigRange(min = "0.01", max = "100000") BigDecimal load) {
        UnitCost unit = curve.unit(load);

        assertThat(unit.correctAnswer().orElseThrow()).isGreaterThan(unit.request());
        assertThat(unit.request().amount()).isPositive();
    }

    @Property
    void theLongRunLiesBetweenTheEdgesOfTheStairs(
            @ForAll("curves") CostCurve curve, @ForAll @BigRange(min = "0.01", max = "100000") BigDecimal load) {
        BigDecimal month = curve.month(load).amount();

        BigDecimal line = curve.offer().fixedMonth().amount().add(curve.slope().multiply(load));
        BigDecimal grain = new BigDecimal("1e-20");
        assertThat(month).isGreaterThanOrEqualTo(line.subtract(grain));
        assertThat(month)
                .isLessThanOrEqualTo(
                        line.add(curve.offer().replicaMonth().amount()).add(grain));
    }

    @Provide
    Arbitrary<CostCurve> curves() {
        return Arbitraries.of(Traffic.values()).flatMap(traffic -> Offers.curves(traffic, DEMAND));
    }
}
