package dev.ponder.dashboards.promql;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A meter that goes up and down, and of which each process of a service shows the whole, as {@link CopiedCounterOf} does.
 *
 * @param meter its name in the code
 * @param tags all that it has
 * @param matches what they must be
 */
public record CopiedGaugeOf(String meter, List<String> tags, List<Match> matches) {

    public CopiedGaugeOf {
        requireNonNull(meter, "meter is null");
        tags = List.copyOf(tags);
        matches = List.copyOf(matches);
    }

    /** All its series. */
    public CopiedGaugeOf(String meter, String... tags) {
        this(meter, List.of(tags), List.of());
    }

    /** Those that fit. */
    public CopiedGaugeOf where(Match match) {
        return new CopiedGaugeOf(
                meter, tags, Stream.concat(matches.stream(), Stream.of(match)).toList());
    }

    /** Its last values, each process's copy counted once, and then added up by tags; none for one number. */
    public Expr last(String... by) {
        Expr once = new Series(Names.base(meter), matches).last().max(tags.toArray(String[]::new));
        return Set.of(by).equals(Set.copyOf(tags)) ? once : once.sum(by);
    }
}
