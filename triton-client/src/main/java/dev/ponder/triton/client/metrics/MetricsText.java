package dev.ponder.triton.client.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Prometheus text page. What it does not hold is unknown, never zero: Python backends export none of the {@code nv_trt_llm_*}
 * figures. Pure.
 */
public final class MetricsText {

    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})?\\s+(\\S+)(?:\\s+\\d+)?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<String, Map<Map<String, String>, Double>> values = new HashMap<>();

    private MetricsText() {}

    /** Reads a page; lines that are no samples are passed over. */
    public static MetricsText parse(String page) {
        MetricsText text = new MetricsText();
        page.lines().filter(line -> !line.startsWith("#")).forEach(text::add);
        return text;
    }

    private void add(String line) {
        Matcher sample = LINE.matcher(line.strip());
        if (sample.matches()) {
            Map<String, String> labels = new HashMap<>();
            String written = sample.group(2);
            Matcher label = LABEL.matcher(written == null ? "" : written);
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
            number(sample.group(3))
                    .ifPresent(value -> values.computeIfAbsent(sample.group(1), _ -> new HashMap<>())
                            .put(labels, value));
        }
    }

    private static OptionalDouble number(String text) {
        try {
            double value = Double.parseDouble(text.replace("Inf", "Infinity"));
            return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
        } catch (NumberFormatException noNumber) {
            return OptionalDouble.empty();
        }
    }

    /** The sum of all samples of a name that carry the label, or nothing where there is none. */
    public OptionalDouble sum(String name, String label, String value) {
        return values.getOrDefault(name, Map.of()).entrySet().stream()
                .filter(sample -> value.equals(sample.getKey().get(label)))
                .mapToDouble(Map.Entry::getValue)
                .reduce(Double::sum);
    }

    /** The share of KV blocks in use, or nothing where the server does not say. */
    public OptionalDouble kvFraction() {
        return sum("nv_trt_llm_kv_cache_block_metrics", "kv_cache_block_type", "fraction");
    }

    /** Requests that wait inside the engine, or nothing where the server does not say. */
    public OptionalDouble waiting() {
        return sum("nv_trt_llm_request_metrics", "request_type", "waiting");
    }
}
