package dev.ponder.contracts.request;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A value's bytes as a JSON object, or why they are none. */
sealed interface RequestTree {

    /** It is one. */
    record Parsed(ObjectNode tree) implements RequestTree {}

    /** It is none. */
    record Broken(Fault fault) implements RequestTree {}

    static RequestTree parse(byte @Nullable [] value, int maxBytes) {
        if (value == null) {
            return broken(FaultCode.NULL_VALUE, "The record has no value; send a JSON object.");
        }
        if (value.length > maxBytes) {
            return broken(
                    FaultCode.VALUE_TOO_LARGE,
                    "The value has " + value.length + " bytes; send at most " + maxBytes + ".");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
            return parse(text);
        } catch (CharacterCodingException noUtf8) {
            return broken(FaultCode.INVALID_UTF8, "The value is not UTF-8; encode it as UTF-8.");
        }
    }

    private static RequestTree parse(String text) {
        try {
            JsonNode node = Json.readForeign(text);
            return node instanceof ObjectNode tree
                    ? new Parsed(tree)
                    : broken(FaultCode.MALFORMED_JSON, "The value is not a JSON object; send one.");
        } catch (StreamConstraintsException beyond) {
            return broken(
                    FaultCode.MALFORMED_JSON,
                    "The value nests too deep, or has a name or a number that is too long" + place(beyond)
                            + "; nest at most " + Json.MAX_FOREIGN_DEPTH
                            + " levels, and write long numbers as strings.");
        } catch (JacksonException malformed) {
            return broken(
                    FaultCode.MALFORMED_JSON,
                    "The value is not valid JSON" + place(malformed) + "; send one object, no field twice, at most "
                            + Json.MAX_FOREIGN_DEPTH + " levels deep.");
        }
    }

    private static String place(JacksonException malformed) {
        return malformed.getLocation() == null
                ? ""
                : " at line " + malformed.getLocation().getLineNr() + ", column "
                        + malformed.getLocation().getColumnNr();
    }

    private static Broken broken(FaultCode code, String message) {
        return new Broken(Fault.of(code, message));
    }
}
