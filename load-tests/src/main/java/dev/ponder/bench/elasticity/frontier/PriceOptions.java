package dev.ponder.bench.elasticity.frontier;

import dev.ponder.scaling.pricing.Accuracy;
import dev.ponder.scaling.pricing.Money;
import dev.ponder.scaling.pricing.ReplicaPrice;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a pool's replicas are paid by; picocli fills it. */
final class PriceOptions {

    @Option(
            names = "--price",
            paramLabel = "AMOUNT",
            defaultValue = "1",
            description =
                    "What one of the pool's GPUs costs an hour; ratios do not depend on it. Default: ${DEFAULT-VALUE}.")
    private BigDecimal price = BigDecimal.ONE;

    @Option(
            names = "--gpus",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many of them a replica takes. Default: ${DEFAULT-VALUE}.")
    private int gpus = 1;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "USD",
            description = "What the price is in; nothing is converted. Default: ${DEFAULT-VALUE}.")
    private Currency currency = Currency.getInstance("USD");

    @Option(
            names = "--accuracy",
            paramLabel = "SHARE",
            description = "How often an answer is right, above 0 and at most 1; without it no right answer has a cost.")
    private @Nullable BigDecimal accuracy;

    /**
     * What was asked for.
     *
     * @throws IllegalArgumentException where no such price can be
     */
    Tariff tariff() {
        return new Tariff(
                new ReplicaPrice(new Money(price, currency), gpus), accuracy == null ? null : new Accuracy(accuracy));
    }

    Map<String, String> arguments() {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("price", price.toPlainString());
        arguments.put("gpus", Integer.toString(gpus));
        arguments.put("currency", currency.getCurrencyCode());
        if (accuracy != null) {
            arguments.put("accuracy", accuracy.toPlainString());
        }
        return arguments;
    }
}
