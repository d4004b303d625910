package dev.ponder.autoscaler.wiring;

import dev.ponder.autoscaler.pool.CostCapConfig;
import dev.ponder.autoscaler.pool.OfferConfig;
import dev.ponder.autoscaler.pool.PoolConfig;
import dev.ponder.autoscaler.spending.PoolOffers;
import dev.ponder.autoscaler.spending.PoolSpending;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.pricing.Money;
import dev.ponder.scaling.pricing.Offer;
import dev.ponder.scaling.pricing.ReplicaPrice;
import dev.ponder.scaling.pricing.Throughput;
import dev.ponder.scaling.pricing.TokenRate;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Makes who reckons with a pool's money, as its settings say: nobody where no price is set up. */
final class Ledgers {

    private Ledgers() {}

    static List<Consumer<PoolObservation>> of(PoolId pool, PoolConfig config, MeterRegistry registry) {
        List<Consumer<PoolObservation>> ledgers = new ArrayList<>();
        config.price()
                .or(() -> config.policies().costCap().map(CostCapConfig::pricePerReplicaHour))
                .map(price -> new PoolSpending(pool, Laws.model(config.replica()), price, registry))
                .ifPresent(spending -> ledgers.add(spending::add));
        if (!config.offers().isEmpty()) {
            Currency currency = Currency.getInstance(config.currency());
            List<Offer> offers = new TreeMap<>(config.offers())
                    .entrySet().stream()
                            .map(one -> offer(one.getKey(), one.getValue(), currency))
                            .toList();
            ledgers.add(new PoolOffers(pool, offers, registry)::add);
        }
        return ledgers;
    }

    private static Offer offer(String name, OfferConfig config, Currency currency) {
        TokenRate rate = new TokenRate(BigDecimal.valueOf(config.tokensASecond()));
        return new Offer(
                name,
                new ReplicaPrice(money(config.replicaHour(), currency), 1),
                money(config.fixedMonth(), currency),
                money(config.operationsAReplicaMonth(), currency),
                new Throughput(rate, rate),
                null);
    }

    private static Money money(double amount, Currency currency) {
        return new Money(BigDecimal.valueOf(amount), currency);
    }
}
