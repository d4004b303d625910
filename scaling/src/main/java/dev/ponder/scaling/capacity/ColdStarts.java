package dev.ponder.scaling.capacity;

import java.time.Duration;

/**
 * How long a replica takes from being asked for to its first token: the 90th percentile of those seen lately. Before three were seen,
 * what was configured. One thread.
 */
public final class ColdStarts {

    private static final int REMEMBERED = 50;
    private static final int ENOUGH = 3;

    private final LastValues seconds = new LastValues(REMEMBERED);
    private final Duration assumed;

    /** Starts with a guess. */
    public ColdStarts(Duration assumed) {
        if (assumed.isNegative()) {
            throw new IllegalArgumentException("a cold start takes no negative time: " + assumed);
        }
        this.assumed = assumed;
    }

    /** A replica gave its first token. */
    public void warmed(Duration afterCreation) {
        if (!afterCreation.isNegative()) {
            seconds.add(afterCreation.toNanos() / 1e9);
        }
    }

    /** What to reckon with. */
    public Duration expected() {
        if (seconds.size() < ENOUGH) {
            return assumed;
        }
        return Duration.ofMillis(Math.round(seconds.quantile(0.9).orElseThrow() * 1e3));
    }
}
