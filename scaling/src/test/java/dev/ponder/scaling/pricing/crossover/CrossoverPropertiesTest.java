package dev.ponder.scaling.pricing.crossover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.scaling.pricing.CostCurve;
import dev.ponder.scaling.pricing.Demand;
import dev.ponder.scaling.pricing.Offers;
import dev.ponder.scaling.pricing.Traffic;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

/** What holds between any two offers. */
final class CrossoverPropertiesTest {

    private static final Demand DEMAND = new Demand(new BigDecimal("731"), BigDecimal.ONE);

    @Property(tries = 300)
    void leadsPartitionTheAxis(
            @ForAll("curves") CostCurve first, @ForAll("curves") CostCurve second, @ForAll("ends") BigDecimal end) {
        List<Lead> leads = Crossover.of(first, second, end).leads();

        assertThat(leads.getFirst().from()).isZero();
        assertThat(leads.getLast().to()).isEqualByComparingTo(end);
        for (int i = 1; i < leads.size(); i++) {
            assertThat(leads.get(i).from()).isEqualTo(leads.get(i - 1).to());
            assertThat(leads.get(i).leader()).isNotEqualTo(leads.get(i - 1).leader());
        }
    }

    @Property(tries = 300)
    void whoIsSaidToLeadCostsLess(
            @ForAll("curves") CostCurve first,
            @ForAll("curves") CostCurve second,
            @ForAll @BigRange(min = "0.0001", max = "200") @Scale(9) BigDecimal load) {
        Lead there = at(load, Crossover.of(first, second, BigDecimal.valueOf(200)));

        int compared = first.month(load).compareTo(second.month(load));
        assertThat(there.leader())
                .isEqualTo(compared == 0 ? Leader.NEITHER : compared < 0 ? Leader.FIRST : Leader.SECOND);
        assertThat(first.month(load).over(second.month(load))).isBetween(there.leastRatio(), there.mostRatio());
    }

    @Property(tries = 300)
    void aLeadThatIsSaidToLastIsNeverLost(
            @ForAll("curves") CostCurve first,
            @ForAll("curves") CostCurve second,
            @ForAll("ends") BigDecimal end,
            @ForAll @BigRange(min = "1", max = "1000") BigDecimal further) {
        Crossover crossover = Crossover.of(first, second, end);
        BigDecimal load = end.multiply(further);

        Leader last = crossover.leads().getLast().leader();
        int compared = first.month(load).compareTo(second.month(load));
        assertThat(!crossover.lasts() || (last == Leader.FIRST ? compared < 0 : compared > 0))
                .isTrue();
    }

    @Property(tries = 300)
    void whatHasConvergedNeverComesApart(
            @ForAll("curves") CostCurve first,
            @ForAll("curves") CostCurve second,
            @ForAll @BigRange(min = "1.01", max = "100") BigDecimal further) {
        BigDecimal third = new BigDecimal("0.3");
        Optional<BigDecimal> from = Crossover.of(first, second, BigDecimal.TEN).convergedFrom(third);

        BigDecimal load = from.orElse(BigDecimal.ONE).max(BigDecimal.ONE).multiply(further);
        double ratio = first.month(load).over(second.month(load));
        assertThat(from.isEmpty() || Math.min(ratio, 1 / ratio) >= 0.7 - 1e-12).isTrue();
    }

    @Property(tries = 300)
    void turnedRoundItSaysTheSame(@ForAll("curves") CostCurve first, @ForAll("curves") CostCurve second) {
        List<Lead> leads = Crossover.of(first, second, BigDecimal.TEN).leads();

        List<Lead> turned = Crossover.of(second, first, BigDecimal.TEN).leads();

        assertThat(turned).hasSameSizeAs(leads);
        for (int i = 0; i < leads.size(); i++) {
            assertThat(turned.get(i).to()).isEqualTo(leads.get(i).to());
            assertThat(turned.get(i).leader()).isEqualTo(turned(leads.get(i).leader()));
        }
    }

    private static Leader turned(Leader leader) {
        return switch (leader) {
            case FIRST -> Leader.SECOND;
            case SECOND -> Leader.FIRST;
            case NEITHER -> Leader.NEITHER;
        };
    }

    private static Lead at(BigDecimal load, Crossover crossover) {
        List<Lead> there =
                crossover.leads().stream().filter(lead -> lead.holds(load)).toList();
        assertThat(there).hasSize(1);
        return there.getFirst();
    }

    @Provide
    Arbitrary<CostCurve> curves() {
        return Offers.curves(Traffic.REQUESTS_A_SECOND, DEMAND);
    }

    @Provide
    Arbitrary<BigDecimal> ends() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.01"), BigDecimal.valueOf(200))
                .ofScale(4);
    }
}
