package dev.ponder.dashboards.promql;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

/**
 * A meter of amounts.
 *
 * @param meter its name in the code
 * @param matches what its labels must be
 */
public record SummaryOf(String meter, List<Match> matches) {

    public SummaryOf {
        requireNonNull(meter, "meter is null");
        matches = List.copyOf(matches);
    }

    /** All its series. */
    public SummaryOf(String meter) {
        this(meter, List.of());
    }

    /** Those that fit. */
    public SummaryOf where(Match match) {
        return new SummaryOf(
                meter, Stream.concat(matches.stream(), Stream.of(match)).toList());
    }

    /** How much there was in all. */
    public Series sum() {
        return new Series(Names.base(meter) + "_sum", matches);
    }

    /** How often. */
    public Series count() {
        return new Series(Names.base(meter) + "_count", matches);
    }
}
