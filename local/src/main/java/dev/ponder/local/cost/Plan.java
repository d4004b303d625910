package dev.ponder.local.cost;

import static java.util.Objects.requireNonNull;

import dev.ponder.scaling.pricing.Demand;
import dev.ponder.scaling.pricing.Offer;
import java.util.Currency;
import java.util.List;

/**
 * What an offers file says: two offers, what is asked of them, and what to compare.
 *
 * @param name of the file
 * @param first called A
 * @param second called B
 */
record Plan(String name, Offer first, Offer second, Demand demand, List<Comparison> comparisons) {

    Plan {
        requireNonNull(name, "name is null");
        requireNonNull(first, "first is null");
        requireNonNull(second, "second is null");
        requireNonNull(demand, "demand is null");
        comparisons = List.copyOf(comparisons);
    }

    Currency currency() {
        return first.fixedMonth().currency();
    }
}
