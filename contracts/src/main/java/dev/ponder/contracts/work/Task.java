package dev.ponder.contracts.work;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.outcome.Asked;
import dev.ponder.contracts.plan.Classification;
import dev.ponder.contracts.plan.Plan;
import dev.ponder.contracts.request.ChatMessage;
import dev.ponder.contracts.request.PonderOptions;
import dev.ponder.contracts.request.Sampling;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of a work record: all that a reasoner needs to answer a request on its own.
 *
 * @param v the version of this form, {@value #VERSION}
 * @param attempt 1 for the first dispatch; a higher attempt fences the lower ones
 * @param deadline when an answer is of no use any more
 * @param questionKey the canonical key under which the cache would learn the chain, if it may
 * @param rest the request's unknown fields
 * @param unknown fields of a newer writer; they survive
 */
public record Task(
        int v,
        TenantId tenant,
        RequestId id,
        int attempt,
        String model,
        List<ChatMessage> messages,
        Sampling sampling,
        boolean stream,
        PonderOptions options,
        Plan plan,
        Classification classification,
        Instant arrivedAt,
        Instant deadline,
        String questionKey,
        ObjectNode rest,
        @JsonAnySetter @JsonAnyGetter @Nullable Map<String, JsonNode> unknown) {

    /** The version that this code writes. */
    public static final int VERSION = 1;

    public Task {
        if (v != VERSION) {
            throw new IllegalArgumentException("task version is not " + VERSION + ": " + v);
        }
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt is below 1: " + attempt);
        }
        requireNonNull(tenant, "tenant is null");
        requireNonNull(id, "id is null");
        requireNonNull(model, "model is null");
        messages = List.copyOf(messages);
        requireNonNull(sampling, "sampling is null");
        requireNonNull(options, "options is null");
        requireNonNull(plan, "plan is null");
        requireNonNull(classification, "classification is null");
        requireNonNull(arrivedAt, "arrivedAt is null");
        requireNonNull(deadline, "deadline is null");
        requireNonNull(questionKey, "questionKey is null");
        requireNonNull(rest, "rest is null");
        unknown = unknown == null ? Map.of() : Map.copyOf(unknown);
    }

    /** The same work as another dispatch. */
    public Task again(int nextAttempt) {
        return new Task(
                v,
                tenant,
                id,
                nextAttempt,
                model,
                messages,
                sampling,
                stream,
                options,
                plan,
                classification,
                arrivedAt,
                deadline,
                questionKey,
                rest,
                unknown);
    }

    /** What its result repeats of it; without the unknown fields, which may be large. */
    public Asked asked() {
        return new Asked(tenant, id, attempt, model, arrivedAt, options.explain(), null);
    }

    /** Who asked what. */
    public RequestKey key() {
        return new RequestKey(tenant, id);
    }
}
