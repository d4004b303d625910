package dev.ponder.bench.faults;

import java.util.Collection;
import java.util.function.Predicate;

/**
 * What became of one request.
 *
 * @param end how it ended
 * @param generations how many were begun for it
 * @param endedNanos when that was known, on the stopwatch
 */
record Asked(End end, int generations, long endedNanos) {

    /** How a request can end. */
    enum End {
        /** Its answer came from one shard. */
        COMPLETED,
        /** Its answer came, and a second shard went on from where a first one broke off. */
        RESUMED,
        /** It ended in an error. */
        FAILED,
        /** It had no end a second after its deadline. */
        NONE
    }

    boolean completed() {
        return end == End.COMPLETED || end == End.RESUMED;
    }

    /** How many were completed up to a moment. */
    static int completedBy(Collection<Asked> all, long nanos) {
        return count(all, one -> one.completed() && one.endedNanos() - nanos <= 0);
    }

    static int completed(Collection<Asked> all) {
        return count(all, Asked::completed);
    }

    static int resumed(Collection<Asked> all) {
        return count(all, one -> one.end() == End.RESUMED);
    }

    static int unended(Collection<Asked> all) {
        return count(all, one -> one.end() == End.NONE);
    }

    static int triedAgain(Collection<Asked> all) {
        return count(all, one -> one.generations() > 1);
    }

    private static int count(Collection<Asked> all, Predicate<Asked> which) {
        return Math.toIntExact(all.stream().filter(which).count());
    }
}
