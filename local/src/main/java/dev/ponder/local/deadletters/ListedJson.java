package dev.ponder.local.deadletters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.json.Json;

/** A letter of the list as a JSON line in plain ASCII, so that a terminal shows it as it is. */
final class ListedJson {

    private static final ObjectWriter WRITER = Json.mapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private ListedJson() {}

    static String of(Listed letter) {
        ObjectNode line = Json.mapper().createObjectNode();
        line.put("place", letter.place().toString());
        line.put("at", letter.at().toString());
        line.put("code", letter.code());
        letter.field().ifPresent(field -> line.put("field", field));
        line.put("reason", letter.reason());
        letter.origin().ifPresent(origin -> line.put("origin", origin));
        letter.requestId().ifPresent(id -> line.put("request_id", id));
        line.put("bytes", letter.bytes());
        line.put("payload", letter.payload());
        try {
            return WRITER.writeValueAsString(line);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts and numbers is always JSON", impossible);
        }
    }
}
