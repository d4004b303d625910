package dev.ponder.autoscaler.observation;

import static java.util.stream.Collectors.toMap;

import dev.ponder.mechanics.metrics.MetricsPage;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a reasoner's page says, under the names that Prometheus makes of our meters' names.
 *
 * @param inProgress work records in progress
 * @param promised tokens promised to work in progress
 * @param generations that ended, since it started
 * @param inputTokens of their prompts
 * @param outputTokens that they gave
 * @param longestOutput the most that one of them gave lately
 * @param firstSeconds times to the first chunk, summed up
 * @param gaps generations that had more than one chunk
 * @param gapSeconds mean times between their chunks, summed up
 * @param classes the same of each class that it says something of, by name
 */
record ReasonerFigures(
        OptionalDouble inProgress,
        OptionalDouble promised,
        OptionalDouble generations,
        OptionalDouble inputTokens,
        OptionalDouble outputTokens,
        OptionalDouble longestOutput,
        OptionalDouble firstSeconds,
        OptionalDouble gaps,
        OptionalDouble gapSeconds,
        Map<String, ClassFigures> classes) {

    /** A page that has not said anything yet. */
    static final ReasonerFigures NOTHING = new ReasonerFigures(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Map.of());

    private static final String TOKENS = "gen_ai_client_token_usage";
    private static final String TYPE = "gen_ai_token_type";
    private static final String FIRST = "gen_ai_client_operation_time_to_first_chunk_seconds";
    private static final String LATER = "gen_ai_client_operation_time_per_output_chunk_seconds";

    ReasonerFigures {
        classes = Map.copyOf(classes);
    }

    static ReasonerFigures of(MetricsPage page) {
        return new ReasonerFigures(
                page.sum("ponder_reasoner_in_progress"),
                page.sum("ponder_reasoner_tokens_promised"),
                page.sum(TOKENS + "_count", TYPE, "output"),
                page.sum(TOKENS + "_sum", TYPE, "input"),
                page.sum(TOKENS + "_sum", TYPE, "output"),
                page.most(TOKENS + "_max", TYPE, "output"),
                page.sum(FIRST + "_sum"),
                page.sum(LATER + "_count"),
                page.sum(LATER + "_sum"),
                page.by("class").entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, one -> ClassFigures.of(one.getValue()))));
    }

    /** Of one class. */
    ClassFigures of(String name) {
        return classes.getOrDefault(name, ClassFigures.NOTHING);
    }

    /** Whether a counter went back, which only a new process does to it. */
    boolean beganAnewSince(ReasonerFigures before) {
        return wentBack(before.generations, generations)
                || wentBack(before.inputTokens, inputTokens)
                || wentBack(before.outputTokens, outputTokens)
                || wentBack(before.gaps, gaps);
    }

    private static boolean wentBack(OptionalDouble before, OptionalDouble now) {
        return before.orElse(0) > now.orElse(0);
    }
}
