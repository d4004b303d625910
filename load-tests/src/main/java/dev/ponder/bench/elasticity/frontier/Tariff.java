package dev.ponder.bench.elasticity.frontier;

import static java.util.Objects.requireNonNull;

import dev.ponder.scaling.pricing.Accuracy;
import dev.ponder.scaling.pricing.Money;
import dev.ponder.scaling.pricing.ReplicaPrice;
import dev.ponder.scaling.pricing.UnitCost;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * What a pool's replicas are paid by, and what their answers are worth.
 *
 * @param price of the pool's replicas
 * @param accuracy how often an answer is right; null where nobody has measured it
 */
record Tariff(ReplicaPrice price, @Nullable Accuracy accuracy) {

    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);

    Tariff {
        requireNonNull(price, "price is null");
        if (price.hour().amount().signum() == 0) {
            throw new IllegalArgumentException("price is zero: free replicas have no frontier");
        }
    }

    /** What the price is in. */
    String currencyCode() {
        return price.gpuHour().currency().getCurrencyCode();
    }

    /** What one of all answers cost. */
    UnitCost each(Spent spent) {
        return UnitCost.of(whole(spent), BigDecimal.valueOf(spent.requests()), accuracy);
    }

    /** What one answer within its objectives cost, the others paid along; at least one was. */
    UnitCost eachAttained(Spent spent) {
        return UnitCost.of(whole(spent), BigDecimal.valueOf(spent.attained()), accuracy);
    }

    private Money whole(Spent spent) {
        BigDecimal hours = BigDecimal.valueOf(spent.bill().paid()).divide(SECONDS_AN_HOUR, MathContext.DECIMAL64);
        return price.hour().times(hours);
    }
}
