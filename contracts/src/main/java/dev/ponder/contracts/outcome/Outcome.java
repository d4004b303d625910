package dev.ponder.contracts.outcome;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.chain.Chain;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.plan.Classification;
import dev.ponder.contracts.plan.Plan;
import dev.ponder.contracts.plan.PoolId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one attempt at a request ended. Settlement lets one through per request. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Outcome.Failed.class, name = "failed")
})
public sealed interface Outcome extends Notice {

    /** What was asked. */
    Asked asked();

    /** What it cost, also where it failed. */
    Usage usage();

    /** Where the time went. */
    Timings timings();

    /** Whose tariff holds: the pool that it was planned for, or null if it ended before that or an older writer didn't say. */
    @Nullable
    PoolId pool();

    @Override
    default RequestKey key() {
        return asked().key();
    }

    /**
     * There is an answer.
     *
     * @param questionKey the key under which the cache may learn the chain, or null if it may not
     * @param unknown fields of a newer writer; they survive
     */
    record Answered(
            int v,
            Asked asked,
            Chain chain,
            Usage usage,
            Timings timings,
            Provenance provenance,
            Plan plan,
            Classification classification,
            @Nullable String questionKey,
            @JsonAnySetter @JsonAnyGetter @Nullable Map<String, JsonNode> unknown)
            implements Outcome {
        public Answered {
            Notice.requireVersion(v);
            requireNonNull(asked, "asked is null");
            requireNonNull(chain, "chain is null");
            requireNonNull(usage, "usage is null");
            requireNonNull(timings, "timings is null");
            requireNonNull(provenance, "provenance is null");
            requireNonNull(plan, "plan is null");
            requireNonNull(classification, "classification is null");
            unknown = unknown == null ? Map.of() : Map.copyOf(unknown);
        }

        @Override
        public PoolId pool() {
            return plan.pool();
        }
    }

    /**
     * There is none.
     *
     * @param fault why
     * @param pool the pool that it was planned for, whose tariff holds, or null if it ended before that
     * @param unknown fields of a newer writer; they survive
     */
    record Failed(
            int v,
            Asked asked,
            Fault fault,
            Usage usage,
            Timings timings,
            @Nullable PoolId pool,
            @JsonAnySetter @JsonAnyGetter @Nullable Map<String, JsonNode> unknown)
            implements Outcome {
        public Failed {
            Notice.requireVersion(v);
            requireNonNull(asked, "asked is null");
            requireNonNull(fault, "fault is null");
            requireNonNull(usage, "usage is null");
            requireNonNull(timings, "timings is null");
            unknown = unknown == null ? Map.of() : Map.copyOf(unknown);
        }

        /** One that ended before it had a pool. */
        public Failed(
                int v,
                Asked asked,
                Fault fault,
                Usage usage,
                Timings timings,
                @Nullable Map<String, JsonNode> unknown) {
            this(v, asked, fault, usage, timings, null, unknown);
        }
    }
}
