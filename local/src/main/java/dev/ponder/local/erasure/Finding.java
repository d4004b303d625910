package dev.ponder.local.erasure;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What was found and done on one topic.
 *
 * @param found records of the tenant
 * @param erased of these
 * @param unreadable records of which nobody can tell whose they are
 * @param left in a sentence, what is left and until when
 */
record Finding(String topic, long found, long erased, long unreadable, String left) {

    Finding {
        requireNonNull(topic, "topic is null");
        requireNonNull(left, "left is null");
        if (found < 0 || erased < 0 || erased > found || unreadable < 0) {
            throw new IllegalArgumentException("counts don't fit: " + found + ", " + erased + ", " + unreadable);
        }
    }

    /** The line of the report. */
    String line(boolean dryRun) {
        String done = erased == 0 ? "" : dryRun ? ", would erase " + erased : ", erased " + erased;
        String odd = Optional.of(unreadable)
                .filter(count -> count > 0)
                .map(count -> ", " + count + " of unknown owner")
                .orElse("");
        return "%-34s  found %d%s%s. %s".formatted(topic, found, done, odd, left);
    }
}
