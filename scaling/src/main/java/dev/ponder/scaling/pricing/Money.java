package dev.ponder.scaling.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;

/**
 * An amount that is paid: never below zero, and never mixed with another currency.
 *
 * @param amount in the currency's main unit, exact
 * @param currency of ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    public Money {
        requireNonNull(currency, "currency is null");
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("amount is negative: " + amount);
        }
        amount = amount.stripTrailingZeros();
    }

    /** Nothing, in a currency. */
    public static Money none(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /**
     * Adds both.
     *
     * @throws IllegalArgumentException if the currencies differ, here and below
     */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other)), currency);
    }

    /** So many of it. */
    public Money times(BigDecimal count) {
        return new Money(amount.multiply(count), currency);
    }

    /** So many of it. */
    public Money times(long count) {
        return times(BigDecimal.valueOf(count));
    }

    /** One of so many parts of it, to 34 digits. */
    public Money dividedBy(BigDecimal parts) {
        return new Money(amount.divide(parts, MathContext.DECIMAL128), currency);
    }

    /**
     * Says how many times the other it is.
     *
     * @throws ArithmeticException if the other is nothing
     */
    public double over(Money other) {
        return amount.divide(sameCurrency(other), MathContext.DECIMAL64).doubleValue();
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other));
    }

    private BigDecimal sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("currencies differ: " + currency + ", " + other.currency);
        }
        return other.amount;
    }
}
