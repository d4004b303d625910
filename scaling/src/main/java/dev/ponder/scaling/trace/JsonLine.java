package dev.ponder.scaling.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The fields of a line that is a JSON object. */
record JsonLine(Place place, ObjectNode node) {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static JsonLine read(Place place, String line) throws UnreadableTraceException {
        try {
            if (MAPPER.readTree(line) instanceof ObjectNode node) {
                return new JsonLine(place, node);
            }
            throw place.wrong("no JSON object; write one a line");
        } catch (JsonProcessingException unreadable) {
            throw new UnreadableTraceException(
                    "%s: no JSON from column %d on; write one JSON object a line"
                            .formatted(place, unreadable.getLocation().getColumnNr()),
                    unreadable);
        }
    }

    boolean has(String field) {
        return node.has(field);
    }

    /** A number as it stands there, to be read by {@link Numbers}; empty where there is none. */
    String number(String field) {
        JsonNode value = node.path(field);
        return value.isNumber() ? value.asText() : value.isMissingNode() ? "" : value.toString();
    }

    /** A list; empty where there is none. */
    List<JsonNode> list(String field) throws UnreadableTraceException {
        JsonNode value = node.path(field);
        if (!value.isArray() && !value.isMissingNode()) {
            throw place.wrong(field, value.toString(), "write a list, or leave it out");
        }
        return value.valueStream().toList();
    }
}
