package dev.ponder.router.settlement.register;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.router.settlement.decision.OpenWork;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The value of {@code reasoning.register}, keyed by the request's digest: how the request stands. The last one counts. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RegisterEntry.Settled.class, name = "settled"),
    @JsonSubTypes.Type(value = RegisterEntry.Open.class, name = "open"),
    @JsonSubTypes.Type(value = RegisterEntry.Withdrawn.class, name = "withdrawn")
})
public sealed interface RegisterEntry {

    /** The version that this code writes. */
    int VERSION = 1;

    /**
     * It is settled.
     *
     * @param attempt which attempt it was that counted
     * @param unknown fields of a newer writer
     */
    record Settled(
            int v,
            Instant settledAt,
            int attempt,
            @JsonAnySetter @JsonAnyGetter @Nullable Map<String, JsonNode> unknown)
            implements RegisterEntry {
        public Settled {
            requireVersion(v);
            requireNonNull(settledAt, "settledAt is null");
            unknown = unknown == null ? Map.of() : Map.copyOf(unknown);
        }
    }

    /**
     * It is being worked on.
     *
     * @param unknown fields of a newer writer
     */
    record Open(
            int v,
            OpenWork work,
            @JsonAnySetter @JsonAnyGetter @Nullable Map<String, JsonNode> unknown) implements RegisterEntry {
        public Open {
            requireVersion(v);
            requireNonNull(work, "work is null");
            unknown = unknown == null ? Map.of() : Map.copyOf(unknown);
        }
    }

    /**
     * It was taken back before it came.
     *
     * @param unknown fields of a newer writer
     */
    record Withdrawn(
            int v,
            Instant withdrawnAt,
            @JsonAnySetter @JsonAnyGetter @Nullable Map<String, JsonNode> unknown) implements RegisterEntry {
        public Withdrawn {
            requireVersion(v);
            requireNonNull(withdrawnAt, "withdrawnAt is null");
            unknown = unknown == null ? Map.of() : Map.copyOf(unknown);
        }
    }

    /** The entry of a request that was taken back now, before it came. */
    static RegisterEntry withdrawn(Instant at) {
        return new Withdrawn(VERSION, at, null);
    }

    /** The entry of a request settled now. */
    static RegisterEntry settled(Instant at, int attempt) {
        return new Settled(VERSION, at, attempt, null);
    }

    /** The entry of work under way. */
    static RegisterEntry open(OpenWork work) {
        return new Open(VERSION, work, null);
    }

    private static void requireVersion(int v) {
        if (v != VERSION) {
            throw new IllegalArgumentException("register version is not " + VERSION + ": " + v);
        }
    }
}
