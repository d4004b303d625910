package dev.ponder.router.settlement.register;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code reasoning.register}, keyed by the request's digest: it is settled.
 *
 * @param v the version of this form, {@value #VERSION}
 * @param settledAt when
 * @param attempt which attempt it was that counted
 * @param unknown fields of a newer writer
 */
public record RegisterEntry(
        int v,
        Instant settledAt,
        int attempt,
        @JsonAnySetter @JsonAnyGetter @Nullable Map<String, JsonNode> unknown) {

    /** The version that this code writes. */
    public static final int VERSION = 1;

    public RegisterEntry {
        if (v != VERSION) {
            throw new IllegalArgumentException("register version is not " + VERSION + ": " + v);
        }
        requireNonNull(settledAt, "settledAt is null");
        unknown = unknown == null ? Map.of() : Map.copyOf(unknown);
    }

    /** The entry of a request settled now. */
    public static RegisterEntry settled(Instant at, int attempt) {
        return new RegisterEntry(VERSION, at, attempt, null);
    }
}
