package dev.ponder.autoscaler.observation;

import dev.ponder.mechanics.metrics.MetricsPage;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a reasoner's page says of generations that ended, since it started.
 *
 * @param ended how many
 * @param inputTokens of their prompts
 * @param outputTokens that they gave
 * @param firstTokens how many had a first token
 * @param within how many had it within so many seconds of their request's arrival: the buckets of the histogram
 */
record Generations(
        OptionalDouble ended,
        OptionalDouble inputTokens,
        OptionalDouble outputTokens,
        OptionalDouble firstTokens,
        Map<Double, Double> within) {

    /** None, as of a class that has had no work yet. */
    static final Generations NOTHING = new Generations(
            OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), Map.of());

    private static final String TOKENS = "gen_ai_client_token_usage";
    private static final String TYPE = "gen_ai_token_type";
    private static final String FIRST = "ponder_reasoner_first_token_seconds";

    Generations {
        within = Map.copyOf(within);
    }

    static Generations of(MetricsPage page) {
        return new Generations(
                page.sum(TOKENS + "_count", TYPE, "output"),
                page.sum(TOKENS + "_sum", TYPE, "input"),
                page.sum(TOKENS + "_sum", TYPE, "output"),
                page.sum(FIRST + "_count"),
                page.buckets(FIRST));
    }

    /** The most tokens that one of them gave lately. */
    static OptionalDouble longest(MetricsPage page) {
        return page.most(TOKENS + "_max", TYPE, "output");
    }
}
