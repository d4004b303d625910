package dev.ponder.router.lookup;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.chain.LearnedChain;

/** What asking the cache came to. */
public sealed interface Lookup {

    /**
     * A proven hit.
     *
     * @param match how the question was found
     */
    record Found(LearnedChain chain, String match) implements Lookup {
        public Found {
            requireNonNull(chain, "chain is null");
            requireNonNull(match, "match is null");
        }
    }

    /**
     * None, for whatever reason; the request goes on.
     *
     * @param reason not_asked, miss, late, failed, paused or unproven
     */
    record NotFound(String reason) implements Lookup {
        public NotFound {
            requireNonNull(reason, "reason is null");
        }
    }
}
