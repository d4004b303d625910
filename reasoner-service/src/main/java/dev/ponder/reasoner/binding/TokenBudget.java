package dev.ponder.reasoner.binding;

import dev.ponder.workqueue.Room;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The tokens that this reasoner may hold at once on its shards, as permits. Any thread. First come, first served, so that a large
 * piece of work is not starved by small ones.
 */
public final class TokenBudget {

    private final int total;
    private final Semaphore free;

    /** Starts with the whole budget free. */
    public TokenBudget(int total) {
        if (total < 1) {
            throw new IllegalArgumentException("a token budget is at least 1: " + total);
        }
        this.total = total;
        this.free = new Semaphore(total, true);
    }

    /**
     * Reserves tokens, waiting for them no longer than {@code patience}.
     *
     * @param tokens at most the whole budget; more is cut to it, since it could never be had
     */
    public Optional<Reservation> reserve(int tokens, Duration patience) throws InterruptedException {
        int wanted = Math.clamp(tokens, 1, total);
        boolean had = free.tryAcquire(wanted, patience.toNanos(), TimeUnit.NANOSECONDS);
        return had ? Optional.of(new Reservation(wanted)) : Optional.empty();
    }

    /** How many tokens may be reserved at once. */
    public int total() {
        return total;
    }

    /** How many tokens are reserved now. */
    public int reserved() {
        return total - free.availablePermits();
    }

    /** Tokens that are kept for one piece of work. Its start and its end may be on two threads. */
    public final class Reservation implements Room {
        private int tokens;
        private boolean closed;

        private Reservation(int tokens) {
            this.tokens = tokens;
        }

        @Override
        public synchronized void shrinkTo(int size) {
            int needed = Math.clamp(size, 0, tokens);
            free.release(tokens - needed);
            tokens = needed;
        }

        /** Takes nothing before those who wait for room to begin: a fair semaphore lets nobody past them. */
        @Override
        public synchronized boolean growTo(int size) throws InterruptedException {
            if (closed || size > total) {
                return false;
            }
            int more = Math.max(0, size - tokens);
            if (!free.tryAcquire(more, 0, TimeUnit.NANOSECONDS)) {
                return false;
            }
            tokens += more;
            return true;
        }

        /** Gives everything back; the second time nothing. */
        @Override
        public synchronized void close() {
            closed = true;
            free.release(tokens);
            tokens = 0;
        }
    }
}
