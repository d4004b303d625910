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
 * @param all generations that ended, of whichever class
 * @param longestOutput the most that one of them gave lately
 * @param firstSeconds times to the first chunk, summed up
 * @param gaps generations that had more than one chunk
 * @param gapSeconds mean times between their chunks, summed up
 * @param classes those of each class that it says something of, by name
 */
record ReasonerFigures(
        OptionalDouble inProgress,
        OptionalDouble promised,
        Generations all,
        OptionalDouble longestOutput,
        OptionalDouble firstSeconds,
        OptionalDouble gaps,
        OptionalDouble gapSeconds,
        Map<String, Generations> classes) {

    /** A page that has not said anything yet. */
    static final ReasonerFigures NOTHING = new ReasonerFigures(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Generations.NOTHING,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Map.of());

    private static final String FIRST = "gen_ai_client_operation_time_to_first_chunk_seconds";
    private static final String LATER = "gen_ai_client_operation_time_per_output_chunk_seconds";

    ReasonerFigures {
        classes = Map.copyOf(classes);
    }

    static ReasonerFigures of(MetricsPage page) {
        return new ReasonerFigures(
                page.sum("ponder_reasoner_in_progress"),
                page.sum("ponder_reasoner_tokens_promised"),
                Generations.of(page),
                Generations.longest(page),
                page.sum(FIRST + "_sum"),
                page.sum(LATER + "_count"),
                page.sum(LATER + "_sum"),
                page.by("class").entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, one -> Generations.of(one.getValue()))));
    }

    /** Of one class. */
    Generations of(String name) {
        return classes.getOrDefault(name, Generations.NOTHING);
    }

    /** Whether a counter went back, which only a new process does to it. */
    boolean beganAnewSince(ReasonerFigures before) {
        return wentBack(before.all.ended(), all.ended())
                || wentBack(before.all.inputTokens(), all.inputTokens())
                || wentBack(before.all.outputTokens(), all.outputTokens())
                || wentBack(before.gaps, gaps);
    }

    private static boolean wentBack(OptionalDouble before, OptionalDouble now) {
        return before.orElse(0) > now.orElse(0);
    }
}
