package dev.ponder.contracts.plan;

import static java.util.Objects.requireNonNull;

/**
 * How a request will be worked on.
 *
 * @param path the compute path
 * @param pool which shards
 * @param slo which class, and so which work topic
 * @param promisedTokens the most tokens, prompt and completion together, that the first wave may hold at once; room for them is
 *     reserved before the work is taken
 * @param firstWave how many chains begin together; 0 counts as 1, since earlier writers knew one only
 * @param mostChains the most chains of all waves; 0 counts as the first wave
 */
public record Plan(ComputePath path, PoolId pool, SloClass slo, int promisedTokens, int firstWave, int mostChains) {

    /** The most chains that a plan may have. */
    public static final int MOST_CHAINS = 64;

    public Plan {
        requireNonNull(path, "path is null");
        requireNonNull(pool, "pool is null");
        requireNonNull(slo, "slo is null");
        if (promisedTokens < 1) {
            throw new IllegalArgumentException("promisedTokens is below 1: " + promisedTokens);
        }
        firstWave = firstWave == 0 ? 1 : firstWave;
        mostChains = mostChains == 0 ? firstWave : mostChains;
        if (firstWave < 1 || mostChains < firstWave || mostChains > MOST_CHAINS) {
            throw new IllegalArgumentException(
                    "not 1 <= firstWave <= mostChains <= " + MOST_CHAINS + ": " + firstWave + ", " + mostChains);
        }
        if (path == ComputePath.ONE_CHAIN && mostChains > 1) {
            throw new IllegalArgumentException("one chain is not " + mostChains);
        }
    }

    /** The plan of one chain. */
    public static Plan oneChain(PoolId pool, SloClass slo, int promisedTokens) {
        return new Plan(ComputePath.ONE_CHAIN, pool, slo, promisedTokens, 1, 1);
    }
}
