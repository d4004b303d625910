package dev.ponder.local.cost;

import dev.ponder.local.yaml.Range;
import dev.ponder.local.yaml.WrongYamlException;
import dev.ponder.local.yaml.YamlFile;
import dev.ponder.local.yaml.YamlMap;
import dev.ponder.scaling.pricing.Demand;
import dev.ponder.scaling.pricing.Offer;
import dev.ponder.scaling.pricing.OutputSpeed;
import dev.ponder.scaling.pricing.Traffic;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads two offers; {@code docs/cost.md} has the keys.
 *
 * @param currency instead of the file's; null takes the file's
 * @param measured what a trace asks for, instead of the file's {@code workload}; null takes the file's
 */
record OfferFile(@Nullable Currency currency, @Nullable Demand measured) {

    private static final Map<String, Traffic> TRAFFIC =
            ordered("qps", Traffic.REQUESTS_A_SECOND, "requests-a-day", Traffic.REQUESTS_A_DAY);
    private static final Map<String, OutputSpeed> SPEEDS = ordered("slow", OutputSpeed.SLOW, "fast", OutputSpeed.FAST);
    private static final Range LOADS = Range.of("0.001", "1000000000");
    private static final Range TOKENS = Range.of("1", "10000000");
    private static final Range PEAKS = Range.of("1", "10000");

    Plan read(Path file) throws IOException {
        return plan(String.valueOf(file.getFileName()), YamlFile.read(file));
    }

    Plan plan(String name, YamlMap file) throws WrongYamlException {
        file.only("currency", "workload", "compare", "offers");
        OfferKeys keys = new OfferKeys(currency(file));
        List<YamlMap> offers = file.maps("offers");
        if (offers.size() != 2) {
            throw file.wrong("offers", "write two offers, here are " + offers.size());
        }
        Offer first = keys.offer(offers.getFirst());
        Offer second = keys.offer(offers.getLast());
        return new Plan(name, first, second, demand(file), comparisons(file));
    }

    private Currency currency(YamlMap file) throws WrongYamlException {
        String code = file.has("currency") ? file.text("currency") : "USD";
        try {
            Currency written = Currency.getInstance(code);
            return currency == null ? written : currency;
        } catch (IllegalArgumentException unknown) {
            throw file.wrong("currency", "write a code of ISO 4217, such as USD");
        }
    }

    private Demand demand(YamlMap file) throws WrongYamlException {
        if (measured != null && !file.has("workload")) {
            return measured;
        }
        if (!file.has("workload")) {
            throw file.wrong("workload", "write output-tokens below it, or give a trace");
        }
        YamlMap workload = file.map("workload").only("output-tokens", "peak-over-mean");
        Demand written = new Demand(
                workload.number("output-tokens", TOKENS), workload.number("peak-over-mean", PEAKS, BigDecimal.ONE));
        return measured == null ? written : measured;
    }

    private static List<Comparison> comparisons(YamlMap file) throws WrongYamlException {
        if (!file.has("compare")) {
            return Comparison.ALL;
        }
        List<Comparison> comparisons = new ArrayList<>();
        for (YamlMap each : file.maps("compare")) {
            each.only("by", "speed", "up-to");
            comparisons.add(new Comparison(
                    each.choice("by", TRAFFIC), each.choice("speed", SPEEDS), each.number("up-to", LOADS)));
        }
        return comparisons;
    }

    private static <T> Map<String, T> ordered(String one, T first, String other, T second) {
        Map<String, T> ordered = new LinkedHashMap<>();
        ordered.put(one, first);
        ordered.put(other, second);
        return ordered;
    }
}
