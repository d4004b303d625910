package dev.ponder.triton.shard.brain.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads texts out of a row, leaving out what is missing, empty or of another type. Pure. */
final class RowTexts {

    private RowTexts() {}

    /** The text of a field. */
    static Optional<String> text(JsonNode row, String field) {
        return texts(Stream.of(row.path(field))).findFirst();
    }

    /** The text of the first of these fields that has one. */
    static Optional<String> first(JsonNode row, List<String> fields) {
        return fields.stream()
                .map(field -> text(row, field))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What stands in a list, or in an object whatever the keys. */
    static Stream<JsonNode> elements(JsonNode listOrObject) {
        return StreamSupport.stream(listOrObject.spliterator(), false);
    }

    /** The texts among these. */
    static Stream<String> texts(Stream<JsonNode> nodes) {
        return nodes.filter(JsonNode::isTextual).map(JsonNode::asText).filter(text -> !text.isBlank());
    }
}
