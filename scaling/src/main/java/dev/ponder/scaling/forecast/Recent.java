package dev.ponder.scaling.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What was noted lately, the oldest first. One thread. */
public final class Recent<T> {

    private final Function<? super T, Instant> at;
    private final Deque<T> noted = new ArrayDeque<>();

    /** Begins with nothing; {@code at} tells of what is noted when it was. */
    public Recent(Function<? super T, Instant> at) {
        this.at = at;
    }

    /** Notes one more, later than all others, and forgets what is older than it by more than {@code kept}. */
    public void note(T one, Duration kept) {
        noted.addLast(one);
        Instant from = at.apply(one).minus(kept);
        while (at.apply(noted.getFirst()).isBefore(from)) {
            noted.removeFirst();
        }
    }

    /** Whether nothing was noted yet. */
    public boolean isEmpty() {
        return noted.isEmpty();
    }

    /** All that is not forgotten. */
    public List<T> all() {
        return List.copyOf(noted);
    }

    /** The same as a stream. */
    public Stream<T> stream() {
        return noted.stream();
    }
}
