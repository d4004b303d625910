package dev.ponder.contracts.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how text shall be drawn, OpenAI's names and bounds. */
final class SamplingReader {

    private static final double MAX_TEMPERATURE = 2;
    private static final double LEAST_TOP_P = 1e-6;
    private static final int MOST_STOPS = 4;
    /** The token limit of a request that names none, by {@code reasoning_effort}. */
    private static final Map<String, Integer> LIMIT_BY_EFFORT = Map.of(
            "none", 1_024, "minimal", 2_048, "low", 4_096, "medium", 16_384, "high", 32_768, "xhigh", 65_536, "max",
            131_072);

    private static final String DEFAULT_EFFORT = "medium";

    private SamplingReader() {}

    static Sampling read(Fields body) {
        int byEffort = limitByEffort(body);
        int old = body.whole("max_tokens", 1, Sampling.MOST_TOKENS, byEffort);
        return new Sampling(
                body.whole("max_completion_tokens", 1, Sampling.MOST_TOKENS, old),
                body.number("temperature", 0, MAX_TEMPERATURE, 1),
                body.number("top_p", LEAST_TOP_P, 1, 1),
                seed(body),
                stops(body));
    }

    private static int limitByEffort(Fields body) {
        String effort = body.text("reasoning_effort").orElse(DEFAULT_EFFORT);
        Integer limit = LIMIT_BY_EFFORT.get(effort);
        if (limit == null) {
            body.faults().outOfRange("reasoning_effort", "none, minimal, low, medium, high, xhigh or max");
            return 1;
        }
        return limit;
    }

    private static @Nullable Long seed(Fields body) {
        JsonNode node = body.take("seed");
        if (node == null) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            body.faults().wrongType("seed", "a whole number of at most 64 bits");
            return null;
        }
        return node.longValue();
    }

    private static List<String> stops(Fields body) {
        JsonNode node = body.take("stop");
        if (node == null) {
            return List.of();
        }
        List<String> stops = new ArrayList<>();
        if (node.isTextual()) {
            stops.add(node.textValue());
        }
        node.forEach(one -> stops.add(one.isTextual() ? one.textValue() : ""));
        boolean texts = (node.isTextual() || node.isArray()) && stops.size() <= MOST_STOPS && !stops.contains("");
        if (!texts) {
            body.faults()
                    .wrongType(
                            "stop", "a string or an array of at most " + MOST_STOPS + " strings, none of them empty");
            return List.of();
        }
        return stops;
    }
}
