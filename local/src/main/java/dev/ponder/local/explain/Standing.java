package dev.ponder.local.explain;

import static java.util.Objects.requireNonNull;

import dev.ponder.scaling.log.DecisionEntry;
import dev.ponder.scaling.log.LawEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The decision that stood at a time.
 *
 * @param place where it is
 * @param entry the decision and what it was made from
 * @param since when the number that it wants was wanted first
 * @param law that made it; null where the file does not say
 */
record Standing(
        Place place,
        DecisionEntry entry,
        Instant since,
        @Nullable LawEntry law) {

    Standing {
        requireNonNull(place, "place is null");
        requireNonNull(entry, "entry is null");
        requireNonNull(since, "since is null");
    }
}
