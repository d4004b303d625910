package dev.ponder.cache.keys;

import static java.util.Objects.requireNonNull;

/** What reading a caller's question came to. */
public sealed interface Asked {

    /** It names a tenant and a question. */
    record Understood(AskedQuestion question) implements Asked {
        public Understood {
            requireNonNull(question, "question is null");
        }
    }

    /**
     * It does not.
     *
     * @param field which field of the wire message is wrong
     * @param why what is wrong with it, without its content
     */
    record Malformed(String field, String why) implements Asked {
        public Malformed {
            requireNonNull(field, "field is null");
            requireNonNull(why, "why is null");
        }
    }
}
