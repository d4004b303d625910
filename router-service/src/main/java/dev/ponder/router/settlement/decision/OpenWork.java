package dev.ponder.router.settlement.decision;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.ponder.contracts.outcome.Asked;
import dev.ponder.contracts.outcome.Dispatched;
import dev.ponder.contracts.work.WorkPlace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that is being worked on, as far as settlement was told.
 *
 * @param asked what its result will repeat if it has to end without an answer; the attempt is the one that counts
 * @param deadline when it ends at the latest
 * @param place where its work record lies
 * @param promisedTokens what it may hold at most, which counts against its tenant's share
 * @param heldUntil until when somebody goes on with it though its record is gone, or null while the record stands for it
 * @param notedAt when settlement was told last
 */
public record OpenWork(
        Asked asked,
        Instant deadline,
        WorkPlace place,
        int promisedTokens,
        @Nullable Instant heldUntil,
        Instant notedAt) {

    public OpenWork {
        requireNonNull(asked, "asked is null");
        requireNonNull(deadline, "deadline is null");
        requireNonNull(place, "place is null");
        requireNonNull(notedAt, "notedAt is null");
    }

    static OpenWork of(Dispatched dispatched, Instant now) {
        return new OpenWork(
                dispatched.asked(), dispatched.deadline(), dispatched.place(), dispatched.promisedTokens(), null, now);
    }

    OpenWork held(Instant until, Instant now) {
        return new OpenWork(asked, deadline, place, promisedTokens, until, now);
    }

    OpenWork dueAt(Instant sooner) {
        return new OpenWork(asked, sooner, place, promisedTokens, heldUntil, notedAt);
    }

    /** Which dispatch counts; outcomes of lower ones are fenced. */
    @JsonIgnore
    public int attempt() {
        return asked.attempt();
    }
}
