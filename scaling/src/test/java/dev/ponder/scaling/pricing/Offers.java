package dev.ponder.scaling.pricing;

import java.math.BigDecimal;
import java.util.Currency;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Makes offers for tests. */
public final class Offers {

    /** What they are paid in. */
    public static final Currency USD = Currency.getInstance("USD");

    private Offers() {}

    /** An amount of dollars. */
    public static Money usd(String amount) {
        return new Money(new BigDecimal(amount), USD);
    }

    /** An offer with so many tokens a second at either speed. */
    public static Offer of(String hour, String fixed, String operations, String tokens) {
        TokenRate rate = new TokenRate(new BigDecimal(tokens));
        return new Offer(
                "offer",
                new ReplicaPrice(usd(hour), 1),
                usd(fixed),
                usd(operations),
                new Throughput(rate, rate),
                new Accuracy(new BigDecimal("0.8")));
    }

    /** A demand without peaks. */
    public static Demand even(String outputTokens) {
        return new Demand(new BigDecimal(outputTokens), BigDecimal.ONE);
    }

    /** Cost curves of any offers by one traffic and demand, answers from 1 to 5,000 tokens. */
    public static Arbitrary<CostCurve> curves(Traffic traffic, Demand demand) {
        return Combinators.combine(
                        amounts("0.01", "99"), amounts("0", "9999"), amounts("0", "999"), amounts("50", "9000"))
                .as((hour, fixed, operations, tokens) -> new CostCurve(
                        of(hour.toString(), fixed.toString(), operations.toString(), tokens.toString()),
                        OutputSpeed.SLOW,
                        demand,
                        traffic));
    }

    private static Arbitrary<BigDecimal> amounts(String least, String most) {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal(least), new BigDecimal(most))
                .ofScale(2);
    }
}
