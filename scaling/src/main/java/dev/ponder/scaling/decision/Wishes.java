package dev.ponder.scaling.decision;

import dev.ponder.scaling.forecast.Recent;
import java.time.Duration;
import java.time.Instant;

/** What was wished for lately: replicas go only when nobody has wished for them for a while. One thread. */
public final class Wishes {

    private record Wish(Instant at, int replicas) {}

    private final Recent<Wish> wishes = new Recent<>(Wish::at);

    /** Takes a wish and gives the largest of the last while. */
    public int largest(Instant now, int wish, Duration hold) {
        wishes.note(new Wish(now, wish), hold);
        return wishes.stream().mapToInt(Wish::replicas).max().orElse(wish);
    }
}
