package dev.ponder.dashboards.promql;

import static java.util.Objects.requireNonNull;

/**
 * A meter that only grows.
 *
 * @param meter its name in the code
 */
public record CounterOf(String meter) {

    public CounterOf {
        requireNonNull(meter, "meter is null");
    }

    /** All its series. */
    public Series all() {
        return Series.named(Names.counter(meter));
    }

    /** Those that fit. */
    public Series where(Match match) {
        return all().where(match);
    }

    /** How fast they grow in the time that is shown, added up by tags. */
    public Expr rate(String... tags) {
        return all().rate(Window.SHOWN).sum(tags);
    }
}
