package dev.ponder.scaling.log;

import static java.util.Objects.requireNonNull;

import dev.ponder.scaling.decision.LawSettings;
import java.time.Instant;

/**
 * The law by which the decisions about a pool are made from here on.
 *
 * @param pool whose replicas it decides about
 * @param at when it was written
 * @param begins whether the law begins here and knows nothing yet; else it has gone on for a while, in a file before this one
 * @param settings all that the law is told
 */
public record LawEntry(String pool, Instant at, boolean begins, LawSettings settings) implements LogEntry {

    public LawEntry {
        requireNonNull(pool, "pool is null");
        requireNonNull(at, "at is null");
        requireNonNull(settings, "settings is null");
    }

    /** The same law, said once more while it runs. */
    public LawEntry again(Instant now) {
        return new LawEntry(pool, now, false, settings);
    }
}
