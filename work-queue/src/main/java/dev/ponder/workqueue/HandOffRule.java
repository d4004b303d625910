package dev.ponder.workqueue;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * When the record of a running job is acknowledged early, if the worker has registered a hook.
 *
 * @param after age of the job
 * @param span how many offsets the newest record of the job's topic that came to this process is ahead of the job's: the span that a
 *     share partition limits ({@code group.share.partition.max.record.locks}), at most half of which should be used
 */
public record HandOffRule(Duration after, long span) {

    /** Holds every record to the end of its work. */
    public static final HandOffRule NEVER = new HandOffRule(Duration.ofDays(36_500), Long.MAX_VALUE);

    /** After a minute, or half of the span that a broker allows by default. */
    public static final HandOffRule STANDARD = new HandOffRule(Duration.ofSeconds(60), 1_000);

    public HandOffRule {
        requireNonNull(after, "after is null");
        if (!after.isPositive()) {
            throw new IllegalArgumentException("after is not positive: " + after);
        }
        if (span < 1) {
            throw new IllegalArgumentException("span is below 1: " + span);
        }
    }

    /** Whether a job of this age, so many offsets behind the newest record, lets go of its own. */
    public boolean isDue(Duration age, long behind) {
        return age.compareTo(after) >= 0 || behind >= span;
    }
}
