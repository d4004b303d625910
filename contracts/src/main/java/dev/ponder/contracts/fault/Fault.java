package dev.ponder.contracts.fault;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong, where, and what to do about it. Never carries text of a prompt or an answer.
 *
 * @param code the stable code
 * @param field the field at fault as a path ({@code messages[0].role}), or null where none is
 * @param message a sentence that names the trouble and the fix
 */
public record Fault(FaultCode code, @Nullable String field, String message) {

    public Fault {
        requireNonNull(code, "code is null");
        requireNonNull(message, "message is null");
    }

    /** A fault of the whole record. */
    public static Fault of(FaultCode code, String message) {
        return new Fault(code, null, message);
    }

    /** A fault of one field. */
    public static Fault of(FaultCode code, String field, String message) {
        return new Fault(code, field, message);
    }
}
