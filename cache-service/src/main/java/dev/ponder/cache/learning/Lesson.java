package dev.ponder.cache.learning;

import static java.util.Objects.requireNonNull;

import dev.ponder.cache.storage.ChainChange;

/** What one record of the chains topic came to. */
public sealed interface Lesson {

    /** It changes what is stored. */
    record Change(ChainChange change) implements Lesson {
        public Change {
            requireNonNull(change, "change is null");
        }
    }

    /** It teaches nothing, and is passed over for good. */
    record Skipped(Flaw flaw) implements Lesson {
        public Skipped {
            requireNonNull(flaw, "flaw is null");
        }
    }

    /** What is wrong with a record. */
    enum Flaw {
        /** Its key is no question key. */
        KEY_UNREADABLE,
        /** Its value is no chain. */
        CHAIN_UNREADABLE,
        /** Its value is another question's chain. */
        OTHER_QUESTION
    }
}
