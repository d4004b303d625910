package dev.ponder.scaling.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.scaling.observation.Reading;
import java.util.function.Function;

/** The form of a reading: {@code {"known": …}} or {@code {"missing": "why"}}, never both and never nothing. */
final class ReadingJson {

    private static final String KNOWN = "known";
    private static final String MISSING = "missing";

    private ReadingJson() {}

    static <T> ObjectNode write(Reading<T> reading, Function<? super T, JsonNode> form) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (reading) {
            case Reading.Known<T>(T value) -> node.set(KNOWN, form.apply(value));
            case Reading.Missing<T>(String why) -> node.put(MISSING, why);
        }
        return node;
    }

    static <T> Reading<T> read(JsonNode of, String name, Function<JsonNode, T> form) {
        return Fields.read(
                of,
                name,
                node -> node.has(MISSING)
                        ? Reading.missing(Fields.text(node, MISSING))
                        : Reading.of(Fields.read(node, KNOWN, form)));
    }
}
