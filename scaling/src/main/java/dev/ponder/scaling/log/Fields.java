package dev.ponder.scaling.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Reads fields that must be there; what is wrong is a {@link WrongFieldException} that says where. */
final class Fields {

    private Fields() {}

    static JsonNode field(JsonNode of, String name) {
        JsonNode found = of.get(name);
        if (found == null || found.isNull()) {
            throw new WrongFieldException(name, "missing");
        }
        return found;
    }

    /** What a form makes of a field. */
    static <T> T read(JsonNode of, String name, Function<JsonNode, T> form) {
        return within(name, field(of, name), form);
    }

    static String text(JsonNode of, String name) {
        return read(of, name, Fields::text);
    }

    static String text(JsonNode found) {
        if (!found.isTextual()) {
            throw new IllegalArgumentException("no text");
        }
        return found.textValue();
    }

    static int whole(JsonNode of, String name) {
        return read(of, name, found -> {
            if (!found.canConvertToInt() || !found.canConvertToExactIntegral()) {
                throw new IllegalArgumentException("no whole number");
            }
            return found.intValue();
        });
    }

    static boolean flag(JsonNode of, String name) {
        return read(of, name, found -> {
            if (!found.isBoolean()) {
                throw new IllegalArgumentException("neither true nor false");
            }
            return found.booleanValue();
        });
    }

    static double number(JsonNode of, String name) {
        return read(of, name, Fields::number);
    }

    /** JSON has no word for what is no number or has no end; both are written as text. */
    static double number(JsonNode found) {
        if (found.isTextual()) {
            return Double.parseDouble(found.textValue());
        }
        if (!found.isNumber()) {
            throw new IllegalArgumentException("no number");
        }
        return found.doubleValue();
    }

    static Instant instant(JsonNode of, String name) {
        return read(of, name, found -> Instant.parse(text(found)));
    }

    static Duration duration(JsonNode of, String name) {
        return read(of, name, found -> Duration.parse(text(found)));
    }

    static <E extends Enum<E>> E choice(JsonNode found, Class<E> kind) {
        E[] all = kind.getEnumConstants();
        return Arrays.stream(all)
                .filter(one -> one.name().equals(text(found)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("none of " + Arrays.toString(all)));
    }

    static <T> List<T> list(JsonNode of, String name, Function<JsonNode, T> form) {
        return read(of, name, array -> list(array, form));
    }

    static <T> List<T> list(JsonNode array, Function<JsonNode, T> form) {
        if (!array.isArray()) {
            throw new IllegalArgumentException("no list");
        }
        List<T> all = new ArrayList<>();
        for (JsonNode one : array) {
            all.add(within("[" + all.size() + "]", one, form));
        }
        return all;
    }

    /** Values check themselves and do not know where they stand; this says it for them. */
    private static <T> T within(String name, JsonNode found, Function<JsonNode, T> form) {
        try {
            return form.apply(found);
        } catch (WrongFieldException inside) {
            throw inside.within(name);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new WrongFieldException(name, String.valueOf(wrong.getMessage()));
        }
    }
}
