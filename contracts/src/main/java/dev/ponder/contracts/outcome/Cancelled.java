package dev.ponder.contracts.outcome;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Its sender wants no answer any more: the request ends here unless it has ended already, whoever still works on it.
 *
 * @param at when Kafka took the order
 * @param unknown fields of a newer writer; they survive
 */
public record Cancelled(
        int v,
        TenantId tenant,
        RequestId id,
        Instant at,
        @JsonAnySetter @JsonAnyGetter @Nullable Map<String, JsonNode> unknown)
        implements Notice {

    /** What a cancelled request ends with, whoever ends it. */
    public static final Fault FAULT = Fault.of(
            FaultCode.CANCELLED,
            "The request was cancelled by its sender; send it again under another id if an answer is wanted.");

    public Cancelled {
        Notice.requireVersion(v);
        requireNonNull(tenant, "tenant is null");
        requireNonNull(id, "id is null");
        requireNonNull(at, "at is null");
        unknown = unknown == null ? Map.of() : Map.copyOf(unknown);
    }

    @Override
    public RequestKey key() {
        return new RequestKey(tenant, id);
    }
}
