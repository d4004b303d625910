package dev.ponder.workqueue.group;

import java.util.TreeSet;

/**
 * Which offset of one partition may be committed: the oldest open one, or the one after the newest when none is open. So a crash repeats
 * what was done above the oldest open record, and loses nothing. Safe for many threads: the fetcher opens, the slots close.
 */
final class CommitFrontier {

    private final TreeSet<Long> open = new TreeSet<>();
    private long next;

    /** Begins with {@code position}, the offset that will be fetched first. */
    CommitFrontier(long position) {
        this.next = position;
    }

    /** Notes that a record was fetched. Offsets come in rising order, with gaps where the broker holds no record for us. */
    synchronized void open(long offset) {
        if (offset < next) {
            throw new IllegalArgumentException("offset " + offset + " comes after " + (next - 1));
        }
        open.add(offset);
        next = offset + 1;
    }

    /** Notes that a record is settled; false if it was not open. */
    synchronized boolean close(long offset) {
        return open.remove(offset);
    }

    /** The offset to commit: everything below it is settled. */
    synchronized long frontier() {
        return open.isEmpty() ? next : open.first();
    }
}
