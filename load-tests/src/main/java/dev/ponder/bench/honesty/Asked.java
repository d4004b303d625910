package dev.ponder.bench.honesty;

import static java.util.Objects.requireNonNull;

import dev.ponder.fleet.demand.SimulatedRequest;
import java.time.Duration;
import java.util.List;

/**
 * One request, in words for the house and in numbers for the simulation.
 *
 * @param id begins the prompt, so that no two have a prefix in common; single letters, digits and dashes, each a token
 * @param due when, from the start
 * @param promptTokens of the whole prompt, the chat template's included
 * @param tokens of the answer
 */
record Asked(String id, Duration due, int promptTokens, int tokens) {

    /** Tokens of ChatML around one user's turn, as simulated shards count them. */
    private static final int FRAME_TOKENS = 27;
    /** One token, and as long as what the choice of a shard takes for one. */
    private static final String FILLER = " and";

    private static final double NANOS_PER_SECOND = 1e9;

    Asked {
        requireNonNull(due, "due is null");
        if (promptTokens < FRAME_TOKENS + headTokens(id, tokens)) {
            throw new IllegalArgumentException("a prompt of %d tokens has no room for itself".formatted(promptTokens));
        }
    }

    /** What is said to the house: the answer's length, and as many words as make the prompt so long. */
    String words() {
        return head(id, tokens) + FILLER.repeat(promptTokens - FRAME_TOKENS - headTokens(id, tokens));
    }

    private static String head(String id, int tokens) {
        return id + " tokens=" + tokens;
    }

    /** All is a token a character but for the word. */
    private static int headTokens(String id, int tokens) {
        return head(id, tokens).length() - " tokens".length() + 1;
    }

    /** The same for the simulation. */
    SimulatedRequest simulated(int index) {
        return SimulatedRequest.interactive(index, dueSeconds(), promptTokens, tokens, 0, List.of());
    }

    private double dueSeconds() {
        return due.toNanos() / NANOS_PER_SECOND;
    }
}
