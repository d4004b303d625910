package dev.ponder.models.sizing;

/** Whether a deployment has room. */
public sealed interface Fit {

    /**
     * It has.
     *
     * @param weights bytes of all weights
     * @param gpuWeights bytes of the weights on the fullest GPU
     * @param reserve bytes beside weights and cache, there
     * @param cache bytes of the cache, there
     * @param tokenBytes of one token's keys and values, there
     * @param blocks of the cache
     * @param tokens that have room at once
     * @param sequences of the longest kind that have room at once
     */
    record Fits(
            long weights,
            long gpuWeights,
            long reserve,
            long cache,
            long tokenBytes,
            long blocks,
            long tokens,
            long sequences)
            implements Fit {}

    /**
     * It has not, or can't be run there.
     *
     * @param why with the numbers
     * @param fix what to change
     */
    record Refused(String why, String fix) implements Fit {}
}
