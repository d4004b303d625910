package dev.ponder.router;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Requests that can't be worked on, and what is said to each. */
enum Malformed {
    BAD_JSON("{\"input_text\":", "malformed_json", true),
    WRONG_TYPE("{\"input_text\":7}", "wrong_type", true),
    TEN_MEGABYTES("x".repeat(10_000_000), "value_too_large", true),
    NO_VALUE(null, "null_value", true),
    FOREIGN_BYTES("{\"input_text\":\"\u0000\"}", "invalid_utf8", true),
    DEEP_NESTING("[".repeat(100_000), "malformed_json", true),
    NEGATIVE_LIMIT("{\"input_text\":\"x\",\"max_completion_tokens\":-1}", "out_of_range", true),
    PAST_DEADLINE(
            "{\"input_text\":\"x\",\"ponder\":{\"deadline\":\"2020-01-01T00:00:00Z\"}}", "deadline_passed", false),
    TOO_MUCH_BESIDES("{\"input_text\":\"x\",\"odd\":\"" + "x".repeat(1_040_000) + "\"}", "value_too_large", false);

    private final @Nullable String text;
    private final String code;
    private final boolean putAside;

    Malformed(@Nullable String text, String code, boolean putAside) {
        this.text = text;
        this.code = code;
        this.putAside = putAside;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    byte @Nullable [] value() {
        if (text == null) {
            return null;
        }
        byte[] bytes = text.getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == 0 ? (byte) 0xff : bytes[i];
        }
        return bytes;
    }

    String code() {
        return code;
    }

    boolean putAside() {
        return putAside;
    }
}
