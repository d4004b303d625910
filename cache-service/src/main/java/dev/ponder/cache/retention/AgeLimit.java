package dev.ponder.cache.retention;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says when a chain is too old to answer.
 *
 * @param maxAge how old it may be, or null for any age
 */
public record AgeLimit(@Nullable Duration maxAge) {

    public AgeLimit {
        if (maxAge != null && (maxAge.isNegative() || maxAge.isZero())) {
            throw new IllegalArgumentException("cache.retention.max-age is not above zero: " + maxAge);
        }
    }

    /** Says whether a chain of that time is too old now. */
    public boolean isPassed(Instant learnedAt, Instant now) {
        return maxAge != null && Duration.between(learnedAt, now).compareTo(maxAge) > 0;
    }
}
