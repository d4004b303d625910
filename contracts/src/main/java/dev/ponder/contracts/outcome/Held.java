package dev.ponder.contracts.outcome;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lease: work whose record was acknowledged before it was done goes on, until when unless this is said again. Written before the
 * record is acknowledged, so that there is no moment at which nobody answers for the work.
 *
 * @param attempt which dispatch is held
 * @param holder the process that holds it
 * @param until when the work counts as orphaned
 * @param unknown fields of a newer writer; they survive
 */
public record Held(
        int v,
        TenantId tenant,
        RequestId id,
        int attempt,
        String holder,
        Instant until,
        @JsonAnySetter @JsonAnyGetter @Nullable Map<String, JsonNode> unknown)
        implements Notice {

    public Held {
        Notice.requireVersion(v);
        requireNonNull(tenant, "tenant is null");
        requireNonNull(id, "id is null");
        requireNonNull(holder, "holder is null");
        requireNonNull(until, "until is null");
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt is below 1: " + attempt);
        }
        unknown = unknown == null ? Map.of() : Map.copyOf(unknown);
    }

    @Override
    public RequestKey key() {
        return new RequestKey(tenant, id);
    }
}
