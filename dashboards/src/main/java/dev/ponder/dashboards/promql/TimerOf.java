package dev.ponder.dashboards.promql;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A meter of durations, in seconds.
 *
 * @param meter its name in the code
 * @param matches what its labels must be
 */
public record TimerOf(String meter, List<Match> matches) {

    private static final String BOUND = "le";

    public TimerOf {
        requireNonNull(meter, "meter is null");
        matches = List.copyOf(matches);
    }

    /** All its series. */
    public TimerOf(String meter) {
        this(meter, List.of());
    }

    /** Those that fit. */
    public TimerOf where(Match match) {
        return new TimerOf(
                meter, Stream.concat(matches.stream(), Stream.of(match)).toList());
    }

    /** How many there were. */
    public Series count() {
        return series("_count");
    }

    /** Their sum. */
    public Series sum() {
        return series("_sum");
    }

    /** How many were no longer than a bound of its histogram. */
    public Series upTo(double seconds) {
        return series("_bucket").where(Match.is(BOUND, Double.toString(seconds)));
    }

    /** The mean in the time that is shown, by tags. */
    public Expr mean(String... tags) {
        return sum().rate(Window.SHOWN)
                .sum(tags)
                .over(count().rate(Window.SHOWN).sum(tags));
    }

    /** The duration that a share was no longer than, in the time that is shown, by tags; histograms alone. */
    public Expr quantile(double share, String... tags) {
        String[] all = Stream.concat(Stream.of(BOUND), Arrays.stream(tags)).toArray(String[]::new);
        Expr buckets = series("_bucket").rate(Window.SHOWN).sum(all);
        return new Expr("histogram_quantile(" + Numbers.plain(share) + ", " + buckets.promql() + ")");
    }

    private Series series(String part) {
        return new Series(Names.timer(meter) + part, matches);
    }
}
