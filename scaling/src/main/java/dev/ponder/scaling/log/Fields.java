package dev.ponder.scaling.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads fields that must be there; what is wrong is an {@link IllegalArgumentException} that names the field. */
final class Fields {

    private Fields() {}

    static JsonNode field(JsonNode of, String name) {
        JsonNode found = of.get(name);
        if (found == null || found.isNull()) {
            throw new IllegalArgumentException("no field " + name);
        }
        return found;
    }

    static String text(JsonNode of, String name) {
        JsonNode found = field(of, name);
        if (!found.isTextual()) {
            throw new IllegalArgumentException("field " + name + " is no text");
        }
        return found.textValue();
    }

    static int whole(JsonNode of, String name) {
        JsonNode found = field(of, name);
        if (!found.canConvertToInt() || !found.canConvertToExactIntegral()) {
            throw new IllegalArgumentException("field " + name + " is no whole number");
        }
        return found.intValue();
    }

    static double number(JsonNode of, String name) {
        return number(field(of, name));
    }

    /** JSON has no word for what is no number or has no end; both are written as text. */
    static double number(JsonNode found) {
        if (found.isTextual()) {
            return Double.parseDouble(found.textValue());
        }
        if (!found.isNumber()) {
            throw new IllegalArgumentException("no number: " + found.getNodeType());
        }
        return found.doubleValue();
    }

    static Instant instant(JsonNode of, String name) {
        return Instant.parse(text(of, name));
    }

    static Duration duration(JsonNode of, String name) {
        return Duration.parse(text(of, name));
    }

    static <T> List<T> list(JsonNode array, Function<JsonNode, T> form) {
        if (!array.isArray()) {
            throw new IllegalArgumentException("no list: " + array.getNodeType());
        }
        List<T> all = new ArrayList<>();
        array.forEach(one -> all.add(form.apply(one)));
        return all;
    }
}
