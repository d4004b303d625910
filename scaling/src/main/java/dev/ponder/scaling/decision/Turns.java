package dev.ponder.scaling.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps a pool from turning back more than twice in ten minutes. To turn down is allowed only where it would still be allowed to turn
 * up again after it, so that growth never has to wait. One thread.
 */
final class Turns {

    private static final Duration MEMORY = Duration.ofMinutes(10);

    private enum Direction {
        NONE,
        UP,
        DOWN
    }

    private final Deque<Instant> turned = new ArrayDeque<>();
    private Direction last = Direction.NONE;

    /** Whether the pool may shrink now. */
    boolean mayShrink(Instant now) {
        while (!turned.isEmpty() && turned.getFirst().isBefore(now.minus(MEMORY))) {
            turned.removeFirst();
        }
        return last != Direction.UP || turned.isEmpty();
    }

    void grew(Instant now) {
        note(now, Direction.UP);
    }

    void shrank(Instant now) {
        note(now, Direction.DOWN);
    }

    private void note(Instant now, Direction direction) {
        if (last != Direction.NONE && last != direction) {
            turned.addLast(now);
        }
        last = direction;
    }
}
