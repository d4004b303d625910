package dev.ponder.dashboards.promql;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/**
 * A meter that only grows, and of which each process of a service keeps the whole: two processes say twice the same, so what they say is
 * never added up, the largest counts. Rates are taken before they are compared, since the copy of a young process is behind and its pace is not.
 *
 * @param meter its name in the code
 * @param tags all that it has
 */
public record CopiedCounterOf(String meter, List<String> tags) {

    public CopiedCounterOf {
        requireNonNull(meter, "meter is null");
        tags = List.copyOf(tags);
    }

    /** By its tags. */
    public CopiedCounterOf(String meter, String... tags) {
        this(meter, List.of(tags));
    }

    /** How fast it grows, a second, each process's copy counted once, and then added up by tags; none for one number. */
    public Expr rate(Window window, String... by) {
        Expr once = Series.named(Names.counter(meter)).rate(window).max(tags.toArray(String[]::new));
        return Set.of(by).equals(Set.copyOf(tags)) ? once : once.sum(by);
    }

    /** The same in the time that is shown. */
    public Expr rate(String... by) {
        return rate(Window.SHOWN, by);
    }
}
