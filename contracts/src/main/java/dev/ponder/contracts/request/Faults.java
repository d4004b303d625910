package dev.ponder.contracts.request;

import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import org.jspecify.annotations.Nullable;

/** Keeps the first fault of a record, the one that its sender should mend first. Owned by one decoding. */
final class Faults {

    private @Nullable Fault first;

    void add(FaultCode code, String field, String message) {
        if (first == null) {
            first = Fault.of(code, field, message);
        }
    }

    void wrongType(String field, String wanted) {
        add(FaultCode.WRONG_TYPE, field, field + " is not " + wanted + "; write " + wanted + ".");
    }

    void outOfRange(String field, String range) {
        add(FaultCode.OUT_OF_RANGE, field, field + " is not " + range + "; write a value that is.");
    }

    void unsupported(String field, String fix) {
        add(FaultCode.UNSUPPORTED_FIELD, field, field + " is not supported yet; " + fix + ".");
    }

    @Nullable
    Fault first() {
        return first;
    }
}
