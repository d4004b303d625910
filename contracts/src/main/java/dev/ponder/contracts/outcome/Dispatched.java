package dev.ponder.contracts.outcome;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.work.WorkPlace;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A work record was written: settlement sees to it from here on that the request ends.
 *
 * @param asked what its result will repeat if it has to end without an answer; its attempt is that of the work record
 * @param deadline when an answer is of no use any more
 * @param place where the work record lies, so that it can be read again
 * @param promisedTokens the tokens of its plan, which count against its tenant's share; 0 where an earlier writer did not say
 * @param unknown fields of a newer writer; they survive
 */
public record Dispatched(
        int v,
        Asked asked,
        Instant deadline,
        WorkPlace place,
        int promisedTokens,
        @JsonAnySetter @JsonAnyGetter @Nullable Map<String, JsonNode> unknown)
        implements Notice {

    public Dispatched {
        Notice.requireVersion(v);
        requireNonNull(asked, "asked is null");
        requireNonNull(deadline, "deadline is null");
        requireNonNull(place, "place is null");
        unknown = unknown == null ? Map.of() : Map.copyOf(unknown);
    }

    @Override
    public RequestKey key() {
        return asked.key();
    }
}
