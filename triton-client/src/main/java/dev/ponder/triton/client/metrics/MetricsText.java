package dev.ponder.triton.client.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Prometheus text page. What it does not hold is unknown, never zero: Python backends export none of the {@code nv_trt_llm_*}
 * figures. Pure.
 */
public final class MetricsText {

    private static final Pattern LINE =
            Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\s*\\{(.*)})?\\s+(\\S+)(?:\\s+-?\\d+)?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final String KV = "nv_trt_llm_kv_cache_block_metrics";
    private static final String REQUESTS = "nv_trt_llm_request_metrics";

    private record Sample(Map<String, String> labels, double value) {}

    private final Map<String, List<Sample>> samples = new HashMap<>();

    private MetricsText() {}

    /** Reads a page; lines that are no samples, and values that are no numbers, are passed over. */
    public static MetricsText parse(String page) {
        MetricsText text = new MetricsText();
        page.lines().filter(line -> !line.startsWith("#")).forEach(text::add);
        return text;
    }

    private void add(String line) {
        Matcher sample = LINE.matcher(line.strip());
        if (sample.matches()) {
            String labels = sample.group(2) == null ? "" : sample.group(2);
            number(sample.group(3))
                    .ifPresent(value -> samples.computeIfAbsent(sample.group(1), _ -> new ArrayList<>())
                            .add(new Sample(labels(labels), value)));
        }
    }

    private static Map<String, String> labels(String written) {
        Map<String, String> labels = new HashMap<>();
        Matcher label = LABEL.matcher(written);
        while (label.find()) {
            String value =
                    label.group(2).replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
            labels.put(label.group(1), value);
        }
        return labels;
    }

    private static OptionalDouble number(String text) {
        try {
            double value = Double.parseDouble(text.endsWith("Inf") ? text + "inity" : text);
            return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
        } catch (NumberFormatException noNumber) {
            return OptionalDouble.empty();
        }
    }

    /** The sum of all samples of a name that carry all the labels, or nothing where there is none. */
    public OptionalDouble sum(String name, Map<String, String> labels) {
        return samples.getOrDefault(name, List.of()).stream()
                .filter(sample -> sample.labels().entrySet().containsAll(labels.entrySet()))
                .mapToDouble(Sample::value)
                .reduce(Double::sum);
    }

    /** The sum of all samples of a name that carry the label, or nothing where there is none. */
    public OptionalDouble sum(String name, String label, String value) {
        return sum(name, Map.of(label, value));
    }

    /** The share of KV blocks in use, 0 to 1, or nothing where the server does not say. */
    public OptionalDouble kvFraction() {
        return sum(KV, "kv_cache_block_type", "fraction");
    }

    /** KV blocks that are free, or nothing where the server does not say. */
    public OptionalDouble kvFreeBlocks() {
        return sum(KV, "kv_cache_block_type", "free");
    }

    /** Requests inside the engine, or nothing where the server does not say. */
    public OptionalDouble active() {
        return sum(REQUESTS, "request_type", "active");
    }

    /** Requests that wait inside the engine, or nothing where the server does not say. */
    public OptionalDouble waiting() {
        return sum(REQUESTS, "request_type", "waiting");
    }

    /** Requests that wait before the backend, which every Triton server says; nothing where it does not serve the model. */
    public OptionalDouble pending(String model) {
        return sum("nv_inference_pending_request_count", "model", model);
    }
}
