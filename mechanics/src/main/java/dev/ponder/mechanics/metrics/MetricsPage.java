package dev.ponder.mechanics.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/**
 * A Prometheus text page of counts, sums and shares. What it does not hold is unknown, never zero, and so is a value that is no number, infinite
 * or negative. Pure.
 */
public final class MetricsPage {

    private static final Pattern LINE =
            Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\s*\\{(.*)})?\\s+(\\S+)(?:\\s+-?\\d+)?(?:\\s+#.*)?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private record Sample(Map<String, String> labels, double value) {}

    private final Map<String, List<Sample>> samples = new HashMap<>();

    private MetricsPage() {}

    /** Reads a page; lines that are no samples are passed over. */
    public static MetricsPage parse(String text) {
        MetricsPage page = new MetricsPage();
        text.lines().filter(line -> !line.startsWith("#")).forEach(page::add);
        return page;
    }

    private void add(String line) {
        Matcher sample = LINE.matcher(line.strip());
        if (sample.matches()) {
            String labels = sample.group(2) == null ? "" : sample.group(2);
            number(sample.group(3)).ifPresent(value -> add(sample.group(1), new Sample(labels(labels), value)));
        }
    }

    private void add(String name, Sample sample) {
        samples.computeIfAbsent(name, _ -> new ArrayList<>()).add(sample);
    }

    private static Map<String, String> labels(String written) {
        Map<String, String> labels = new HashMap<>();
        Matcher label = LABEL.matcher(written);
        while (label.find()) {
            labels.put(label.group(1), unescaped(label.group(2)));
        }
        return labels;
    }

    private static String unescaped(String written) {
        return ESCAPED.matcher(written)
                .replaceAll(one -> one.group(1).equals("n") ? "\n" : Matcher.quoteReplacement(one.group(1)));
    }

    /** Nothing that is counted, summed up or shared can be infinite or negative. */
    private static OptionalDouble number(String text) {
        try {
            double value = Double.parseDouble(text);
            return value >= 0 && value <= Double.MAX_VALUE ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException noNumber) {
            return OptionalDouble.empty();
        }
    }

    /** Those samples that carry a label, as a page for each of its values. */
    public Map<String, MetricsPage> by(String label) {
        Map<String, MetricsPage> pages = new HashMap<>();
        samples.forEach((name, all) -> {
            for (Sample one : all) {
                String value = one.labels().get(label);
                if (value != null) {
                    pages.computeIfAbsent(value, _ -> new MetricsPage()).add(name, one);
                }
            }
        });
        return pages;
    }

    /** The sum of all samples of a name, or nothing where there is none. */
    public OptionalDouble sum(String name) {
        return sum(name, Map.of());
    }

    /** The sum of all samples of a name that carry the label, or nothing where there is none. */
    public OptionalDouble sum(String name, String label, String value) {
        return sum(name, Map.of(label, value));
    }

    private OptionalDouble sum(String name, Map<String, String> labels) {
        return values(name, labels).reduce(Double::sum);
    }

    /** The largest sample of a name that carries the label, or nothing where there is none. */
    public OptionalDouble most(String name, String label, String value) {
        return values(name, Map.of(label, value)).max();
    }

    private DoubleStream values(String name, Map<String, String> labels) {
        return samples.getOrDefault(name, List.of()).stream()
                .filter(one -> one.labels().entrySet().containsAll(labels.entrySet()))
                .mapToDouble(Sample::value);
    }

    /** By upper bound in seconds, how many were no longer: the buckets of a histogram, empty where there is none. */
    public Map<Double, Double> buckets(String name) {
        Map<Double, Double> buckets = new HashMap<>();
        for (Sample one : samples.getOrDefault(name + "_bucket", List.of())) {
            String bound = one.labels().getOrDefault("le", "");
            number(bound).ifPresent(upTo -> buckets.merge(upTo, one.value(), Double::sum));
        }
        return buckets;
    }
}
