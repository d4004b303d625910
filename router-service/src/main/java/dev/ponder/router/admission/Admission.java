package dev.ponder.router.admission;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.outcome.Asked;
import dev.ponder.contracts.request.ReasoningRequest;

/** Whether a request is let in. */
public sealed interface Admission {

    /**
     * It is.
     *
     * @param promptTokens how long its prompt is, estimated
     * @param completionTokens the most tokens that it may generate, cut to what the context leaves
     */
    record Admitted(ReasoningRequest request, int promptTokens, int completionTokens) implements Admission {
        public Admitted {
            requireNonNull(request, "request is null");
        }
    }

    /**
     * It could be read, and is not: an error result.
     */
    record Refused(Asked asked, Fault fault) implements Admission {
        public Refused {
            requireNonNull(asked, "asked is null");
            requireNonNull(fault, "fault is null");
        }
    }

    /** It could not be read: an error result and a dead letter. */
    record Undecodable(Asked asked, Fault fault) implements Admission {
        public Undecodable {
            requireNonNull(asked, "asked is null");
            requireNonNull(fault, "fault is null");
        }
    }
}
