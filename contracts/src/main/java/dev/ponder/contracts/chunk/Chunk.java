package dev.ponder.contracts.chunk;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.TenantId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a chain while it is being thought. A reader keeps the highest attempt only, of it the highest delivery only, tells
 * the chains apart, and orders each by {@code seq}; chunks may come twice.
 *
 * @param v the version of this form, {@value #VERSION}
 * @param attempt which dispatch is speaking; a higher one starts anew
 * @param delivery which delivery of that dispatch is speaking; a higher one starts anew, with all that had been thought before. Below
 *     1 counts as 1: earlier writers did not say it
 * @param chain which of the delivery's chains is speaking, from 0; a reader that wants one line of thought keeps chain 0
 * @param seq 0, 1, 2 … within the chain
 * @param kind whether the text is thought or answer, or nothing more comes
 * @param text the new text; empty at the end
 * @param tokens how many tokens it is
 * @param unknown fields of a newer writer; they survive
 */
public record Chunk(
        int v,
        TenantId tenant,
        RequestId id,
        int attempt,
        int delivery,
        int chain,
        int seq,
        Kind kind,
        String text,
        int tokens,
        @JsonAnySetter @JsonAnyGetter @Nullable Map<String, JsonNode> unknown) {

    /** The version that this code writes. */
    public static final int VERSION = 1;

    public Chunk {
        if (v != VERSION) {
            throw new IllegalArgumentException("chunk version is not " + VERSION + ": " + v);
        }
        requireNonNull(tenant, "tenant is null");
        requireNonNull(id, "id is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(text, "text is null");
        delivery = Math.max(1, delivery);
        unknown = unknown == null ? Map.of() : Map.copyOf(unknown);
    }

    /** What a chunk's text is. */
    public enum Kind {
        /** Thought, between the model's think tags. */
        REASONING,
        /** The answer proper. */
        ANSWER,
        /** Nothing more comes from this chain of this delivery; the result says how the request ended. */
        END;

        /** The name in records. */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
