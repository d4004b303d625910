package dev.ponder.contracts.outcome;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.ponder.contracts.id.RequestId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an answer came from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "source")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Provenance.Thought.class, name = "engine"),
    @JsonSubTypes.Type(value = Provenance.Cached.class, name = "cache")
})
public sealed interface Provenance {

    /**
     * It was thought for this request.
     *
     * @param shards which shards worked on it
     * @param stopReason why the chain ended: {@code stop}, {@code length}, or {@code repetition} where it went round in circles
     * @param votes how chains agreed, or null where there was one alone
     */
    record Thought(
            List<String> shards,
            String stopReason,
            @Nullable Votes votes) implements Provenance {
        public Thought {
            shards = List.copyOf(shards);
            requireNonNull(stopReason, "stopReason is null");
        }

        /** By one chain alone. */
        public Thought(List<String> shards, String stopReason) {
            this(shards, stopReason, null);
        }
    }

    /**
     * It was thought before.
     *
     * @param match how the question was found: {@code exact}
     * @param learnedFrom the request that it was thought for
     * @param learnedAt when
     */
    record Cached(String match, RequestId learnedFrom, Instant learnedAt) implements Provenance {
        public Cached {
            requireNonNull(match, "match is null");
            requireNonNull(learnedFrom, "learnedFrom is null");
            requireNonNull(learnedAt, "learnedAt is null");
        }
    }
}
