package dev.ponder.router.settlement.decision;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.result.Price;
import java.math.BigDecimal;

/**
 * What a pool charges.
 *
 * @param inputPerMillion for a million prompt tokens
 * @param outputPerMillion for a million completion tokens
 * @param currency an ISO 4217 code
 */
public record Tariff(BigDecimal inputPerMillion, BigDecimal outputPerMillion, String currency) {

    public Tariff {
        requireNotNegative(inputPerMillion, "inputPerMillion");
        requireNotNegative(outputPerMillion, "outputPerMillion");
        requireNonNull(currency, "currency is null");
    }

    /** Prices what was used, as it was recorded: a hit that generated nothing costs nothing. */
    Price of(Usage usage) {
        return Price.of(usage, inputPerMillion, outputPerMillion, currency);
    }

    private static void requireNotNegative(BigDecimal price, String name) {
        if (price.signum() < 0) {
            throw new IllegalArgumentException(name + " is negative: " + price);
        }
    }
}
