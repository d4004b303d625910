package dev.ponder.scaling.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A way to have questions answered: replicas of one kind, and what is paid for them.
 *
 * @param name what people call it
 * @param price of its replicas by the hour
 * @param fixedMonth paid every month, however many replicas there are
 * @param operationsMonth paid every month for each replica: power, watching, repair
 * @param throughput of one replica
 * @param accuracy how often its answers are right; null where nobody has measured it
 */
public record Offer(
        String name,
        ReplicaPrice price,
        Money fixedMonth,
        Money operationsMonth,
        Throughput throughput,
        @Nullable Accuracy accuracy) {

    /** A month is a twelfth of 365 days. */
    public static final BigDecimal HOURS_A_MONTH = BigDecimal.valueOf(730);

    public Offer {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name is blank");
        }
        requireNonNull(throughput, "throughput is null");
        if (price.hour().plus(fixedMonth).plus(operationsMonth).amount().signum() == 0) {
            throw new IllegalArgumentException("price, fixedMonth and operationsMonth are all zero: " + name);
        }
    }

    /** What one more replica costs a month. */
    public Money replicaMonth() {
        return price.hour().times(HOURS_A_MONTH).plus(operationsMonth);
    }

    /**
     * What a month costs.
     *
     * @param replicas that run all the time, not negative
     */
    public Money month(long replicas) {
        return fixedMonth.plus(replicaMonth().times(replicas));
    }
}
