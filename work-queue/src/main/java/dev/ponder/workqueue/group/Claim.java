package dev.ponder.workqueue.group;

import dev.ponder.workqueue.WorkItem;
import java.util.OptionalLong;

/**
 * A partition while this process owns it: what is open in it, and whether it is still owned. The fetcher's thread opens and loses, the
 * slots close and ask.
 */
final class Claim {

    private final CommitFrontier frontier;
    private volatile boolean lost;
    /** Touched by the fetcher alone. */
    private long committed;

    /** Begins at the first offset that was fetched. */
    Claim(long position) {
        this.frontier = new CommitFrontier(position);
        this.committed = position;
    }

    boolean isLost() {
        return lost;
    }

    void lose() {
        lost = true;
    }

    void open(WorkItem item) {
        frontier.open(item.ref().offset());
    }

    void close(WorkItem item) {
        frontier.close(item.ref().offset());
    }

    /** The offset to commit, unless it is committed already. */
    OptionalLong news() {
        long offset = frontier.frontier();
        return offset > committed ? OptionalLong.of(offset) : OptionalLong.empty();
    }

    void committed(long offset) {
        committed = offset;
    }
}
