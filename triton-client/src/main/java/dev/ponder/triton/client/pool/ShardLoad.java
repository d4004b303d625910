package dev.ponder.triton.client.pool;

import static java.util.Objects.requireNonNull;

/**
 * A shard as one who chooses sees it, for one request.
 *
 * @param standing how willingly it is chosen at all
 * @param outstandingTokens promised there and not yet done
 * @param promptTokens of prompts there that have not given a first token
 * @param sequences that run or wait there
 * @param knownTokens of this request's prompt that it has probably read before
 */
public record ShardLoad(Standing standing, long outstandingTokens, long promptTokens, int sequences, int knownTokens) {

    /** How willingly a shard is chosen, the most willingly first. */
    public enum Standing {
        HEALTHY,
        DOUBTFUL,
        NEVER;

        static Standing of(ShardHealth health) {
            return switch (health) {
                case ShardHealth.Healthy _ -> HEALTHY;
                case ShardHealth.Joining _, ShardHealth.Suspect _ -> DOUBTFUL;
                case ShardHealth.Leaving _ -> NEVER;
            };
        }
    }

    public ShardLoad {
        requireNonNull(standing, "standing is null");
        if (outstandingTokens < 0 || promptTokens < 0 || sequences < 0 || knownTokens < 0) {
            throw new IllegalArgumentException("a load is not negative: %d, %d, %d, %d"
                    .formatted(outstandingTokens, promptTokens, sequences, knownTokens));
        }
    }
}
