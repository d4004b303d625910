package dev.ponder.router.settlement.decision;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.outcome.Notice;
import org.jspecify.annotations.Nullable;

/** Reads values of the outcomes topic. Stateless. */
final class NoticeReader {

    /** A notice, or why there is none. */
    sealed interface Reading {

        record Read(Notice notice) implements Reading {}

        record Unread(Fault fault) implements Reading {}
    }

    private NoticeReader() {}

    static Reading read(byte @Nullable [] value) {
        if (value == null) {
            return unreadable(FaultCode.NULL_VALUE, "The outcome has no value.");
        }
        try {
            return new Reading.Read(Json.read(value, Notice.class));
        } catch (UnreadableException why) {
            return unreadable(codeOf(value), "The outcome can't be read: " + why.getMessage() + ".");
        }
    }

    private static FaultCode codeOf(byte[] value) {
        try {
            JsonNode version = Json.read(value, JsonNode.class).path("v");
            return version.isInt() && version.intValue() != Notice.VERSION
                    ? FaultCode.UNSUPPORTED_VERSION
                    : FaultCode.MALFORMED_JSON;
        } catch (UnreadableException noJson) {
            return FaultCode.MALFORMED_JSON;
        }
    }

    private static Reading unreadable(FaultCode code, String message) {
        return new Reading.Unread(Fault.of(code, message));
    }
}
