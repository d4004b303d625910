package dev.ponder.dashboards.promql;

import static java.util.Objects.requireNonNull;

/**
 * A meter that goes up and down.
 *
 * @param meter its name in the code
 * @param unit that its name in Prometheus ends in; empty for none
 */
public record GaugeOf(String meter, String unit) {

    public GaugeOf {
        requireNonNull(meter, "meter is null");
        requireNonNull(unit, "unit is null");
    }

    /** A gauge that counts. */
    public GaugeOf(String meter) {
        this(meter, "");
    }

    /** All its series. */
    public Series all() {
        String base = Names.base(meter);
        return Series.named(unit.isEmpty() ? base : base + "_" + unit);
    }

    /** Those that fit. */
    public Series where(Match match) {
        return all().where(match);
    }
}
