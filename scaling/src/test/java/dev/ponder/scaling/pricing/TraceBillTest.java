package dev.ponder.scaling.pricing;

import static dev.ponder.scaling.pricing.Offers.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.scaling.trace.Trace;
import dev.ponder.scaling.trace.TracedRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TraceBillTest {

    /** 12,000 tokens in its busiest minute, 18,000 in its hour. */
    private static final Trace HOUR =
            new Trace("hour", List.of(at(0, 6_000), at(1800, 6_000), at(1859, 6_000)), Duration.ofHours(1));

    @Test
    void paysTheSmallestFleetForTheBusiestMinute() {
        Offer offer = Offers.of("2", "730", "0", "150");

        TraceBill bill = TraceBill.of(offer, OutputSpeed.SLOW, HOUR);

        assertThat(bill.replicas()).isEqualTo(2);
        assertThat(bill.whole().amount().doubleValue()).isEqualTo(5);
        assertThat(bill.unit().request().amount().doubleValue()).isEqualTo(5.0 / 3);
    }

    @Test
    void addsNoReplicaWhereTheFleetIsJustEnough() {
        Offer offer = Offers.of("2", "0", "0", "200");

        TraceBill bill = TraceBill.of(offer, OutputSpeed.FAST, HOUR);

        assertThat(bill.replicas()).isEqualTo(1);
    }

    @Test
    void takesTheDemandFromTheTrace() {
        Demand demand = Demand.of(HOUR);

        assertThat(demand.outputTokens()).isEqualByComparingTo("6000");
        assertThat(demand.peakOverMean()).isEqualByComparingTo("40");
    }

    /** The bill of a trace and the curve over its requests a day are two ways to one fleet. */
    @Property
    void agreesWithTheCurveOverItsRequestsADay(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 3000) Integer> seconds,
            @ForAll @IntRange(min = 1, max = 900) int tokens) {
        Trace trace = new Trace(
                "t", seconds.stream().sorted().map(each -> at(each, 1 + each)).toList(), Duration.ofSeconds(3001));
        Offer offer = Offers.of("1.37", "12", "3", Integer.toString(tokens));

        TraceBill bill = TraceBill.of(offer, OutputSpeed.SLOW, trace);

        BigDecimal day = BigDecimal.valueOf(trace.requestsPerSecond() * 86_400);
        CostCurve curve = new CostCurve(offer, OutputSpeed.SLOW, Demand.of(trace), Traffic.REQUESTS_A_DAY);
        assertThat(curve.replicas(day.multiply(new BigDecimal("0.9999999")))).isLessThanOrEqualTo(bill.replicas());
        assertThat(curve.replicas(day.multiply(new BigDecimal("1.0000001")))).isGreaterThanOrEqualTo(bill.replicas());
        assertThat(bill.whole()).isGreaterThan(usd("0"));
    }

    private static TracedRequest at(long second, int outputTokens) {
        return TracedRequest.plain(Duration.ofSeconds(second), 1, outputTokens);
    }
}
