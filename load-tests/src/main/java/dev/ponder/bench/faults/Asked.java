package dev.ponder.bench.faults;

import java.util.Collection;

/**
 * What became of one request.
 *
 * @param completed whether its answer came by its deadline
 * @param unended whether it had no end a second after its deadline
 * @param tries how many shards were asked
 * @param endedNanos when that was known, on the stopwatch
 */
record Asked(boolean completed, boolean unended, int tries, long endedNanos) {

    /** How many were completed up to a moment. */
    static int completedBy(Collection<Asked> all, long nanos) {
        return Math.toIntExact(all.stream()
                .filter(one -> one.completed() && one.endedNanos() - nanos <= 0)
                .count());
    }

    static int completed(Collection<Asked> all) {
        return Math.toIntExact(all.stream().filter(Asked::completed).count());
    }

    static int unended(Collection<Asked> all) {
        return Math.toIntExact(all.stream().filter(Asked::unended).count());
    }

    static int triedAgain(Collection<Asked> all) {
        return Math.toIntExact(all.stream().filter(one -> one.tries() > 1).count());
    }
}
