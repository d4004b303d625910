package dev.ponder.reasoner.orders;

import dev.ponder.contracts.id.RequestKey;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;

/**
 * Knows which requests are cancelled, and stops those that are worked on here. Forgets the oldest beyond a number: work on a request
 * that was forgotten is in vain, since settlement ended it. Any thread.
 */
@Singleton
public final class Cancellations {

    private static final int MOST = 20_000;

    private final int most;
    /** Oldest first. */
    private final SequencedSet<RequestKey> cancelled = new LinkedHashSet<>();

    /** In the order in which they came: that of their addresses would differ when a run is played again. */
    private final Set<Heed> heeding = new LinkedHashSet<>();

    /** Knows of none yet. */
    public Cancellations() {
        this(MOST);
    }

    Cancellations(int most) {
        this.most = most;
    }

    /** A job that is stopped when its request is cancelled, until it is closed. */
    public final class Heed implements AutoCloseable {
        private final RequestKey key;
        private final Runnable stop;

        private Heed(RequestKey key, Runnable stop) {
            this.key = key;
            this.stop = stop;
        }

        @Override
        public void close() {
            synchronized (Cancellations.this) {
                heeding.remove(this);
            }
        }
    }

    /** Notes an order, and stops the jobs that it is about before this returns. */
    public synchronized void cancel(RequestKey key) {
        cancelled.remove(key);
        cancelled.add(key);
        if (cancelled.size() > most) {
            cancelled.removeFirst();
        }
        for (Heed one : heeding) {
            if (one.key.equals(key)) {
                one.stop.run();
            }
        }
    }

    /** Whether a request is cancelled, as far as is remembered. */
    public synchronized boolean contains(RequestKey key) {
        return cancelled.contains(key);
    }

    /**
     * Has a job stopped when its request is cancelled, at once if it is already.
     *
     * @param stop called once for each order, on any thread; must not block
     */
    public synchronized Heed heed(RequestKey key, Runnable stop) {
        Heed heed = new Heed(key, stop);
        heeding.add(heed);
        if (contains(key)) {
            stop.run();
        }
        return heed;
    }
}
