package dev.ponder.contracts.outcome;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part of a request that its result repeats.
 *
 * @param attempt which dispatch ended; 1 where the router answered itself
 * @param model the model asked for
 * @param arrivedAt when Kafka took the request
 * @param explain whether the result shall say how it was decided
 * @param rest the request's unknown fields, or null where it could not be read
 */
public record Asked(
        TenantId tenant,
        RequestId id,
        int attempt,
        String model,
        Instant arrivedAt,
        boolean explain,
        @Nullable ObjectNode rest) {

    public Asked {
        requireNonNull(tenant, "tenant is null");
        requireNonNull(id, "id is null");
        requireNonNull(model, "model is null");
        requireNonNull(arrivedAt, "arrivedAt is null");
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt is below 1: " + attempt);
        }
    }

    /** The same as another dispatch. */
    public Asked again(int nextAttempt) {
        return new Asked(tenant, id, nextAttempt, model, arrivedAt, explain, rest);
    }

    /** Who asked what. */
    public RequestKey key() {
        return new RequestKey(tenant, id);
    }
}
