package dev.ponder.scaling.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** What was wished for lately: replicas go only when nobody has wished for them for a while. One thread. */
public final class Wishes {

    private record Wish(Instant at, int replicas) {}

    private final Deque<Wish> wishes = new ArrayDeque<>();

    /** Takes a wish and gives the largest of the last while. */
    public int largest(Instant now, int wish, Duration hold) {
        wishes.addLast(new Wish(now, wish));
        Instant from = now.minus(hold);
        while (wishes.getFirst().at().isBefore(from)) {
            wishes.removeFirst();
        }
        return wishes.stream().mapToInt(Wish::replicas).max().orElse(wish);
    }
}
