package dev.ponder.contracts.progress;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code reasoning.progress}, keyed by the request's digest: how far thinking about it had come. Written now and then
 * while work runs, so that its next holder goes on from there; the last one counts, and it is deleted when the request is settled.
 * Any of them is a true beginning of the answer, also an older one.
 *
 * @param attempt which dispatch had come so far
 * @param delivery which delivery of it
 * @param arrivedAt when Kafka took the request: another request may come to have its id
 * @param chains the chains that were begun, in their order
 * @param at when it was written
 * @param alone how many deliveries of this attempt were begun under suspicion, one job at a time; absent on the wire where none was
 * @param unknown fields of a newer writer; they survive
 */
public record Progress(
        int v,
        TenantId tenant,
        RequestId id,
        int attempt,
        int delivery,
        Instant arrivedAt,
        List<BegunChain> chains,
        Instant at,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int alone,
        @JsonAnySetter @JsonAnyGetter @Nullable Map<String, JsonNode> unknown) {

    /** The version that this code writes. */
    public static final int VERSION = 1;

    /** The header of an outcome that tells settlement that its request may have left progress behind. */
    public static final String SIGN = "ponder_progress";

    public Progress {
        if (v != VERSION) {
            throw new IllegalArgumentException("progress version is not " + VERSION + ": " + v);
        }
        requireNonNull(tenant, "tenant is null");
        requireNonNull(id, "id is null");
        requireNonNull(arrivedAt, "arrivedAt is null");
        requireNonNull(at, "at is null");
        chains = List.copyOf(chains);
        if (attempt < 1 || delivery < 1) {
            throw new IllegalArgumentException("attempt or delivery is below 1");
        }
        if (alone < 0) {
            throw new IllegalArgumentException("alone is below 0: " + alone);
        }
        unknown = unknown == null ? Map.of() : Map.copyOf(unknown);
    }

    /** Whose request it is about. */
    public RequestKey key() {
        return new RequestKey(tenant, id);
    }
}
