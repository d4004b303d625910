package dev.ponder.autoscaler.spending;

import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.pricing.CostCurve;
import dev.ponder.scaling.pricing.Demand;
import dev.ponder.scaling.pricing.Offer;
import dev.ponder.scaling.pricing.OutputSpeed;
import dev.ponder.scaling.pricing.Traffic;
import dev.ponder.scaling.pricing.crossover.Crossover;
import dev.ponder.scaling.pricing.crossover.Lead;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a pool's load would cost an hour with each of some offers, now and at some loads, and from where on another one is cheaper. By the
 * laws of {@code ./ponder cost}. The thread of the pool's loop writes.
 */
public final class PoolOffers {

    private static final List<String> LOADS = List.of("0.5", "1", "2", "5", "10", "20");
    private static final BigDecimal MOST = BigDecimal.valueOf(100);
    /** Crossovers are sought again only where answers became longer or shorter by more than what three digits show. */
    private static final MathContext COARSE = new MathContext(3);

    private final List<Offer> offers;
    private final Load load = new Load();
    private final MultiGauge hours;
    private final MultiGauge thousands;
    private BigDecimal tokens = BigDecimal.ZERO;
    private volatile double crossover = Double.NaN;

    /**
     * Registers the meters.
     *
     * @param offers of one currency, one at least; the crossover is that of the first two
     */
    public PoolOffers(PoolId pool, List<Offer> offers, MeterRegistry registry) {
        this.offers = List.copyOf(offers);
        this.hours = MultiGauge.builder(Meters.OFFER_HOUR)
                .tag(Meters.TAG_POOL, pool.value())
                .register(registry);
        this.thousands = MultiGauge.builder(Meters.OFFER_THOUSAND)
                .tag(Meters.TAG_POOL, pool.value())
                .register(registry);
        Gauge.builder(Meters.OFFER_CROSSOVER, () -> crossover)
                .tag(Meters.TAG_POOL, pool.value())
                .register(registry);
    }

    /** Reckons with what came since the observation before. */
    public void add(PoolObservation seen) {
        load.add(seen);
        Double each = load.tokensPerAnswer();
        if (each == null) {
            return;
        }
        BigDecimal rounded = new BigDecimal(each, COARSE);
        if (rounded.compareTo(tokens) != 0) {
            tokens = rounded;
            crossover = offers.size() < 2 ? Double.NaN : crossover();
        }
        Map<String, BigDecimal> loads = new LinkedHashMap<>();
        LOADS.forEach(one -> loads.put(one, new BigDecimal(one)));
        loads.put("now", BigDecimal.valueOf(load.requestsPerSecond()));
        show(loads);
    }

    private void show(Map<String, BigDecimal> loads) {
        List<MultiGauge.Row<?>> anHour = new ArrayList<>();
        List<MultiGauge.Row<?>> aThousand = new ArrayList<>();
        for (Offer offer : offers) {
            CostCurve curve = curve(offer);
            loads.forEach((name, at) -> {
                anHour.add(row(offer, name, hour(curve, at)));
                if (at.signum() > 0) {
                    aThousand.add(row(offer, name, thousand(curve, at)));
                }
            });
        }
        hours.register(anHour, true);
        thousands.register(aThousand, true);
    }

    private static MultiGauge.Row<?> row(Offer offer, String load, double cost) {
        return MultiGauge.Row.of(Tags.of(Meters.TAG_OFFER, offer.name(), Meters.TAG_LOAD, load), cost);
    }

    private static double hour(CostCurve curve, BigDecimal load) {
        return curve.month(load).dividedBy(Offer.HOURS_A_MONTH).amount().doubleValue();
    }

    private static double thousand(CostCurve curve, BigDecimal load) {
        return curve.unit(load).thousandAnswers().amount().doubleValue();
    }

    private double crossover() {
        List<Lead> leads =
                Crossover.of(curve(offers.get(0)), curve(offers.get(1)), MOST).leads();
        return leads.size() < 2 ? Double.NaN : leads.get(1).from().doubleValue();
    }

    private CostCurve curve(Offer offer) {
        return new CostCurve(offer, OutputSpeed.SLOW, new Demand(tokens, BigDecimal.ONE), Traffic.REQUESTS_A_SECOND);
    }
}
