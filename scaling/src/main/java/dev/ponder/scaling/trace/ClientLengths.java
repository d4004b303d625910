package dev.ponder.scaling.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How long one client's prompts and answers are, by the time of day from which it was counted: its {@code dataset}, an object of
 * {@code {"SECONDS": {"input_tokens": {"TOKENS": SHARE}, "output_tokens": {…}}}}. What it does not say is as the drawing says.
 */
final class ClientLengths {

    private static final String FIELD = "dataset";

    private final NavigableMap<Duration, JsonNode> counted = new TreeMap<>();
    private final IdentityHashMap<JsonNode, Optional<Lengths>> read = new IdentityHashMap<>();
    private final JsonLine line;

    ClientLengths(JsonLine line) throws UnreadableTraceException {
        this.line = line;
        for (Map.Entry<String, JsonNode> each : line.node().path(FIELD).properties()) {
            counted.put(Numbers.time(line.place(), FIELD, each.getKey(), 1), each.getValue());
        }
    }

    Lengths input(Duration at, Lengths otherwise) throws UnreadableTraceException {
        return lengths(at, "input_tokens", otherwise);
    }

    Lengths output(Duration at, Lengths otherwise) throws UnreadableTraceException {
        return lengths(at, "output_tokens", otherwise);
    }

    private Lengths lengths(Duration at, String field, Lengths otherwise) throws UnreadableTraceException {
        Map.Entry<Duration, JsonNode> then = counted.floorEntry(at);
        if (then == null) {
            return otherwise;
        }
        JsonNode shares = then.getValue().path(field);
        Optional<Lengths> known = read.get(shares);
        if (known == null) {
            known = histogram(field, shares);
            read.put(shares, known);
        }
        return known.orElse(otherwise);
    }

    private Optional<Lengths> histogram(String field, JsonNode shares) throws UnreadableTraceException {
        int[] lengths = new int[shares.size()];
        double[] weights = new double[shares.size()];
        double sum = 0;
        int next = 0;
        for (Map.Entry<String, JsonNode> each : shares.properties()) {
            lengths[next] = Numbers.tokens(line.place(), field, each.getKey());
            weights[next] = weight(field, each.getValue());
            sum += weights[next++];
        }
        return sum > 0 ? Optional.of(new Lengths.Counted(lengths, weights)) : Optional.empty();
    }

    private double weight(String field, JsonNode value) throws UnreadableTraceException {
        double weight = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(weight >= 0 && weight <= Long.MAX_VALUE)) {
            throw line.place().wrong(field, value.toString(), "write how often that many tokens were seen, 0 or more");
        }
        return weight;
    }
}
