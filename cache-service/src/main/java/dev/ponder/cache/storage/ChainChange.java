package dev.ponder.cache.storage;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.question.QuestionKey;

/** One change to what is stored. */
public sealed interface ChainChange {

    /** Which question it concerns. */
    QuestionKey key();

    /**
     * A chain was learned; it takes the place of an older one.
     *
     * @param json the record's value as it came, so that fields of a newer writer survive
     */
    record Learned(QuestionKey key, String json) implements ChainChange {
        public Learned {
            requireNonNull(key, "key is null");
            requireNonNull(json, "json is null");
        }
    }

    /** Whatever is stored there shall go. */
    record Forgotten(QuestionKey key) implements ChainChange {
        public Forgotten {
            requireNonNull(key, "key is null");
        }
    }
}
