package dev.ponder.contracts.chain;

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
 * The value of {@code reasoning.chains}, keyed by the question key: what the cache may answer a repeat with.
 *
 * @param v the version of this form, {@value #VERSION}
 * @param questionKey the canonical key, the same as the record's key
 * @param tenant whose chain it is: only this tenant is ever answered with it
 * @param model which model thought it
 * @param chain the chain
 * @param completionTokens what thinking it cost
 * @param learnedFrom the request that it was thought for
 * @param learnedAt when it was settled
 * @param unknown fields of a newer writer; they survive
 */
public record LearnedChain(
        int v,
        String questionKey,
        TenantId tenant,
        String model,
        Chain chain,
        int completionTokens,
        RequestId learnedFrom,
        Instant learnedAt,
        @JsonAnySetter @JsonAnyGetter @Nullable Map<String, JsonNode> unknown) {

    /** The version that this code writes. */
    public static final int VERSION = 1;

    public LearnedChain {
        if (v != VERSION) {
            throw new IllegalArgumentException("chain version is not " + VERSION + ": " + v);
        }
        requireNonNull(questionKey, "questionKey is null");
        requireNonNull(tenant, "tenant is null");
        requireNonNull(model, "model is null");
        requireNonNull(chain, "chain is null");
        requireNonNull(learnedFrom, "learnedFrom is null");
        requireNonNull(learnedAt, "learnedAt is null");
        unknown = unknown == null ? Map.of() : Map.copyOf(unknown);
    }
}
