package dev.ponder.contracts.result;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.outcome.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a request cost.
 *
 * @param amount in the currency's main unit, to a millionth
 * @param currency an ISO 4217 code
 */
public record Price(BigDecimal amount, String currency) {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final int DIGITS = 9;

    public Price {
        requireNonNull(amount, "amount is null");
        requireNonNull(currency, "currency is null");
    }

    /** Tokens in and out times the pool's price a million tokens. */
    public static Price of(Usage usage, BigDecimal inputPerMillion, BigDecimal outputPerMillion, String currency) {
        BigDecimal input = inputPerMillion.multiply(BigDecimal.valueOf(usage.promptTokens()));
        BigDecimal output = outputPerMillion.multiply(BigDecimal.valueOf(usage.completionTokens()));
        return new Price(input.add(output).divide(MILLION, DIGITS, RoundingMode.HALF_UP), currency);
    }
}
