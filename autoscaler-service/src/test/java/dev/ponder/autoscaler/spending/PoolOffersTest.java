package dev.ponder.autoscaler.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.scaling.pricing.Money;
import dev.ponder.scaling.pricing.Offer;
import dev.ponder.scaling.pricing.ReplicaPrice;
import dev.ponder.scaling.pricing.Throughput;
import dev.ponder.scaling.pricing.TokenRate;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolOffersTest {

    private static final Currency USD = Currency.getInstance("USD");
    /** 730 a month and nothing more, against 0.6 an hour for each replica; both generate 100 tokens a second. */
    private static final Offer OWNED = offer("owned", "0", "730");

    private static final Offer RENTED = offer("rented", "0.6", "0");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PoolOffers offers = new PoolOffers(new PoolId("main"), List.of(OWNED, RENTED), registry);

    @Test
    void saysWhatAnHourWouldCostAtALoad() {
        offers.add(Fleets.asked(30, 3_000));

        assertThat(hour("owned", "5")).isCloseTo(1, within(1e-6));
        assertThat(hour("rented", "1")).isCloseTo(0.6, within(1e-6));
        assertThat(hour("rented", "5")).isCloseTo(3, within(1e-6));
    }

    @Test
    void saysWhatItWouldCostAtThePresentLoad() {
        offers.add(Fleets.asked(60, 6_000));

        assertThat(hour("rented", "now")).isCloseTo(1.2, within(1e-6));
    }

    @Test
    void saysWhatAThousandAnswersWouldCost() {
        offers.add(Fleets.asked(30, 3_000));

        double thousand = registry.get(Meters.OFFER_THOUSAND)
                .tags("offer", "owned", "load", "5")
                .gauge()
                .value();
        assertThat(thousand).isCloseTo(1000.0 / (5 * 3600), within(1e-6));
    }

    @Test
    void saysFromWhichLoadOnTheOtherIsCheaper() {
        offers.add(Fleets.asked(30, 3_000));

        assertThat(registry.get(Meters.OFFER_CROSSOVER).gauge().value()).isCloseTo(1, within(1e-6));
    }

    @Test
    void saysNothingBeforeThereWasARequest() {
        offers.add(Fleets.asked(0, 0));

        assertThat(registry.find(Meters.OFFER_HOUR).gauges()).isEmpty();
        assertThat(registry.get(Meters.OFFER_CROSSOVER).gauge().value()).isNaN();
    }

    private double hour(String offer, String load) {
        return registry.get(Meters.OFFER_HOUR)
                .tags("pool", "main", "offer", offer, "load", load)
                .gauge()
                .value();
    }

    private static Offer offer(String name, String hour, String month) {
        TokenRate rate = new TokenRate(BigDecimal.valueOf(100));
        return new Offer(
                name,
                new ReplicaPrice(new Money(new BigDecimal(hour), USD), 1),
                new Money(new BigDecimal(month), USD),
                Money.none(USD),
                new Throughput(rate, rate),
                null);
    }
}
