package dev.ponder.local.cost;

import dev.ponder.local.yaml.Range;
import dev.ponder.local.yaml.WrongYamlException;
import dev.ponder.local.yaml.YamlMap;
import dev.ponder.scaling.pricing.Accuracy;
import dev.ponder.scaling.pricing.Money;
import dev.ponder.scaling.pricing.Offer;
import dev.ponder.scaling.pricing.ReplicaPrice;
import dev.ponder.scaling.pricing.Throughput;
import dev.ponder.scaling.pricing.TokenRate;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one offer.
 *
 * @param currency of its prices
 */
record OfferKeys(Currency currency) {

    private static final String[] KEYS = {
        "name",
        "replica-hour",
        "gpu-hour",
        "gpus",
        "fixed-month",
        "operations-a-replica-month",
        "tokens-a-second",
        "accuracy"
    };

    private static final Range MONEY = Range.of("0", "1000000000");
    private static final Range RATES = Range.of("0.001", "1000000000");
    private static final Range GPUS = Range.of("1", "1024");
    private static final Range SHARES = Range.of("0.001", "1");

    Offer offer(YamlMap keys) throws WrongYamlException {
        keys.only(KEYS);
        String name = keys.text("name");
        ReplicaPrice price = price(keys);
        Money fixed = money(keys, "fixed-month");
        Money operations = money(keys, "operations-a-replica-month");
        Throughput throughput = throughput(keys.map("tokens-a-second"));
        Accuracy accuracy = accuracy(keys);
        try {
            return new Offer(name, price, fixed, operations, throughput, accuracy);
        } catch (IllegalArgumentException free) {
            throw keys.wrong("it costs nothing; write replica-hour, fixed-month or operations-a-replica-month");
        }
    }

    private ReplicaPrice price(YamlMap keys) throws WrongYamlException {
        if (keys.has("replica-hour") && (keys.has("gpu-hour") || keys.has("gpus"))) {
            throw keys.wrong("replica-hour stands beside gpu-hour or gpus; leave one or the other out");
        }
        if (!keys.has("gpu-hour")) {
            return new ReplicaPrice(new Money(keys.number("replica-hour", MONEY), currency), 1);
        }
        BigDecimal gpus = keys.number("gpus", GPUS, BigDecimal.ONE);
        if (gpus.stripTrailingZeros().scale() > 0) {
            throw keys.wrong("gpus", "write a whole number");
        }
        return new ReplicaPrice(new Money(keys.number("gpu-hour", MONEY), currency), gpus.intValueExact());
    }

    private Money money(YamlMap keys, String key) throws WrongYamlException {
        return new Money(keys.number(key, MONEY, BigDecimal.ZERO), currency);
    }

    private static Throughput throughput(YamlMap keys) throws WrongYamlException {
        keys.only("slow", "fast");
        TokenRate slow = new TokenRate(keys.number("slow", RATES));
        TokenRate fast = new TokenRate(keys.number("fast", RATES));
        if (fast.compareTo(slow) > 0) {
            throw keys.wrong("fast", "write at most slow: many answers side by side generate at least as much as few");
        }
        return new Throughput(slow, fast);
    }

    private static @Nullable Accuracy accuracy(YamlMap keys) throws WrongYamlException {
        return keys.has("accuracy") ? new Accuracy(keys.number("accuracy", SHARES)) : null;
    }
}
