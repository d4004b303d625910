package dev.ponder.autoscaler.actuation;

import dev.ponder.scaling.observation.Reading;
import java.util.HashMap;
import java.util.Map;

/** Whom a scale-in should take: those that hold the fewest tokens, and none that does not say while another does. Pure. */
public final class DeletionCosts {

    /** Of a replica that does not say what it holds. */
    public static final int UNKNOWN = Integer.MAX_VALUE;

    private DeletionCosts() {}

    /** By replica, what it would cost to take it. */
    public static Map<String, Integer> of(Map<String, Reading<Double>> outstandingTokens) {
        Map<String, Integer> costs = new HashMap<>();
        outstandingTokens.forEach((replica, tokens) ->
                costs.put(replica, tokens.known().map(DeletionCosts::cost).orElse(UNKNOWN)));
        return costs;
    }

    private static int cost(double tokens) {
        return tokens >= 0 ? (int) Math.min(Math.ceil(tokens), UNKNOWN - 1) : UNKNOWN;
    }
}
