package dev.ponder.contracts.outcome;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.ponder.contracts.id.RequestId;
import java.time.Instant;
import java.util.List;

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
     * @param stopReason why thinking ended: {@code stop} or {@code length}
     */
    record Thought(List<String> shards, String stopReason) implements Provenance {
        public Thought {
            shards = List.copyOf(shards);
            requireNonNull(stopReason, "stopReason is null");
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
