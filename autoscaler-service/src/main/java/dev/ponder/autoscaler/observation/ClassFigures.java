package dev.ponder.autoscaler.observation;

import dev.ponder.mechanics.metrics.MetricsPage;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a reasoner's page says of the requests of one class.
 *
 * @param generations that ended, since it started
 * @param inputTokens of their prompts
 * @param outputTokens that they gave
 * @param firsts histogram of the times from arrival to first token; empty where none is published
 */
record ClassFigures(
        OptionalDouble generations,
        OptionalDouble inputTokens,
        OptionalDouble outputTokens,
        Map<Double, Double> firsts) {

    /** A class that has had nothing yet. */
    static final ClassFigures NOTHING =
            new ClassFigures(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), Map.of());

    private static final String TOKENS = "gen_ai_client_token_usage";
    private static final String TYPE = "gen_ai_token_type";

    ClassFigures {
        firsts = Map.copyOf(firsts);
    }

    /** Of the samples of one class. */
    static ClassFigures of(MetricsPage page) {
        return new ClassFigures(
                page.sum(TOKENS + "_count", TYPE, "output"),
                page.sum(TOKENS + "_sum", TYPE, "input"),
                page.sum(TOKENS + "_sum", TYPE, "output"),
                page.buckets("ponder_reasoner_first_token_seconds"));
    }
}
