package dev.ponder.local.cost;

import static java.util.Objects.requireNonNull;

import dev.ponder.scaling.pricing.OutputSpeed;
import dev.ponder.scaling.pricing.Traffic;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * One question to two offers: who is cheaper by which load, at which speed of output.
 *
 * @param end the largest load to look at
 */
record Comparison(Traffic traffic, OutputSpeed speed, BigDecimal end) {

    /** What is compared where nobody says. */
    static final List<Comparison> ALL = List.of(
            new Comparison(Traffic.REQUESTS_A_SECOND, OutputSpeed.SLOW, BigDecimal.valueOf(100)),
            new Comparison(Traffic.REQUESTS_A_SECOND, OutputSpeed.FAST, BigDecimal.valueOf(100)),
            new Comparison(Traffic.REQUESTS_A_DAY, OutputSpeed.SLOW, BigDecimal.valueOf(50_000)),
            new Comparison(Traffic.REQUESTS_A_DAY, OutputSpeed.FAST, BigDecimal.valueOf(50_000)));

    private static final MathContext ROUND_UP = new MathContext(1, RoundingMode.CEILING);

    Comparison {
        requireNonNull(traffic, "traffic is null");
        requireNonNull(speed, "speed is null");
        if (end.signum() <= 0) {
            throw new IllegalArgumentException("end is not above zero: " + end);
        }
    }

    /** The same up to at least this load, in a round number. */
    Comparison reaching(BigDecimal load) {
        return load.compareTo(end) <= 0 ? this : new Comparison(traffic, speed, load.round(ROUND_UP));
    }

    String title() {
        return "By " + unit() + ", " + Words.of(speed) + " output";
    }

    /** What loads are counted in. */
    String unit() {
        return switch (traffic) {
            case REQUESTS_A_SECOND -> "QPS";
            case REQUESTS_A_DAY -> "requests a day";
        };
    }

    /** What figures call it. */
    String key() {
        String by =
                switch (traffic) {
                    case REQUESTS_A_SECOND -> "qps";
                    case REQUESTS_A_DAY -> "requests_a_day";
                };
        return by + "_" + Words.of(speed);
    }
}
