package dev.ponder.contracts.work;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.TenantId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code reasoning.progress} for work whose record was acknowledged before it was done: who goes on with it, until
 * when. A null value in its place says that the work has ended.
 *
 * @param v the version of this form, {@value #VERSION}
 * @param attempt which dispatch is held
 * @param holder the process that holds it
 * @param until when the lease runs out unless it is written anew
 * @param task the work itself, so that it can be dispatched again without the work record
 * @param unknown fields of a newer writer; they survive
 */
public record Lease(
        int v,
        TenantId tenant,
        RequestId id,
        int attempt,
        String holder,
        Instant until,
        Task task,
        @JsonAnySetter @JsonAnyGetter @Nullable Map<String, JsonNode> unknown) {

    /** The version that this code writes. */
    public static final int VERSION = 1;

    public Lease {
        if (v != VERSION) {
            throw new IllegalArgumentException("lease version is not " + VERSION + ": " + v);
        }
        requireNonNull(tenant, "tenant is null");
        requireNonNull(id, "id is null");
        requireNonNull(holder, "holder is null");
        requireNonNull(until, "until is null");
        requireNonNull(task, "task is null");
        unknown = unknown == null ? Map.of() : Map.copyOf(unknown);
    }
}
