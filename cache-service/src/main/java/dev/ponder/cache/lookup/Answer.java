package dev.ponder.cache.lookup;

import static java.util.Objects.requireNonNull;

/** What a lookup came to. */
public sealed interface Answer {

    /**
     * The question was answered before, and the answer stood its proof.
     *
     * @param json the chain
     * @param match how it was found
     */
    record Hit(String json, Match match) implements Answer {
        public Hit {
            requireNonNull(json, "json is null");
            requireNonNull(match, "match is null");
        }
    }

    /** There is nothing that may be told. */
    record Miss(Cause cause) implements Answer {
        public Miss {
            requireNonNull(cause, "cause is null");
        }
    }

    /** How a question is found. */
    enum Match {
        /** By the same canonical key. */
        EXACT
    }

    /** Why there is no answer. */
    enum Cause {
        /** Nobody asked it, or it went since. */
        ABSENT,
        /** It is too old. */
        EXPIRED,
        /** It is stored, but did not stand its proof. */
        REFUTED,
        /** The cache has not caught up with the topic: what it has may have been erased since. */
        BEHIND
    }
}
