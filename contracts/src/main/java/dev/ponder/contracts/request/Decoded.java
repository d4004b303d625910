package dev.ponder.contracts.request;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.id.RequestKey;

/** What became of a request record's bytes. */
public sealed interface Decoded {

    /** It can be worked on. */
    record Understood(ReasoningRequest request) implements Decoded {
        public Understood {
            requireNonNull(request, "request is null");
        }
    }

    /**
     * It can't.
     *
     * @param key who asked, as far as it could be told
     * @param fault why not
     */
    record Faulty(RequestKey key, Fault fault) implements Decoded {
        public Faulty {
            requireNonNull(key, "key is null");
            requireNonNull(fault, "fault is null");
        }
    }
}
