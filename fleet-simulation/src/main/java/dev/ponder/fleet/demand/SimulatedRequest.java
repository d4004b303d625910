package dev.ponder.fleet.demand;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One request.
 *
 * @param index its place in the order of arrival
 * @param due when it arrives, in seconds
 * @param inputTokens of its prompt
 * @param outputTokens that it will take, which no policy sees
 * @param classIndex which of the run's objectives it has
 * @param prefixBlocks hashes of its prompt's blocks of 512 tokens; may be empty
 * @param deadline of batch work, in seconds; infinite for all other
 * @param expectedTokens what batch work is expected to take; 0 where nothing is
 */
public record SimulatedRequest(
        int index,
        double due,
        int inputTokens,
        int outputTokens,
        int classIndex,
        List<Long> prefixBlocks,
        double deadline,
        double expectedTokens) {

    public SimulatedRequest {
        requireNonNull(prefixBlocks, "prefixBlocks is null");
    }

    /** A request that somebody waits for. */
    public static SimulatedRequest interactive(
            int index, double due, int inputTokens, int outputTokens, int classIndex, List<Long> prefixBlocks) {
        return new SimulatedRequest(
                index, due, inputTokens, outputTokens, classIndex, prefixBlocks, Double.POSITIVE_INFINITY, 0);
    }

    /** Whether it is batch work. */
    public boolean hasDeadline() {
        return deadline < Double.POSITIVE_INFINITY;
    }
}
