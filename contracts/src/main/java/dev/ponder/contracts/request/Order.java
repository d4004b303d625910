package dev.ponder.contracts.request;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.id.RequestKey;

/** What a record of a control topic orders. */
public sealed interface Order {

    /** No answer to this request is wanted any more, whether it waits, is worked on, or is yet to come. */
    record Cancel(RequestKey key) implements Order {
        public Cancel {
            requireNonNull(key, "key is null");
        }
    }

    /** It is no order. */
    record Faulty(Fault fault) implements Order {
        public Faulty {
            requireNonNull(fault, "fault is null");
        }
    }
}
