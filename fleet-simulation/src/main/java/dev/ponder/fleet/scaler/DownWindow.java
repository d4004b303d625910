package dev.ponder.fleet.scaler;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The largest wish of a while: how Kubernetes' HPA keeps from going down too soon (its stabilization window). One thread. */
final class DownWindow {

    private record Wish(Instant at, int replicas) {}

    private final Duration length;
    private final Deque<Wish> wishes = new ArrayDeque<>();

    DownWindow(Duration length) {
        this.length = length;
    }

    /** Takes a wish and gives the largest that still counts. */
    int largest(Instant now, int wish) {
        wishes.addLast(new Wish(now, wish));
        while (wishes.getFirst().at().isBefore(now.minus(length))) {
            wishes.removeFirst();
        }
        return wishes.stream().mapToInt(Wish::replicas).max().orElse(wish);
    }
}
