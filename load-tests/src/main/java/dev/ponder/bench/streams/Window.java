package dev.ponder.bench.streams;

/**
 * The time that is measured.
 *
 * @param fromMillis its first moment, since the epoch
 * @param toMillis the first moment after it
 */
record Window(long fromMillis, long toMillis) {

    private static final double MILLIS = 1e3;

    Window {
        if (toMillis <= fromMillis) {
            throw new IllegalArgumentException("the window ends before it begins");
        }
    }

    boolean holds(long millis) {
        return millis >= fromMillis && millis < toMillis;
    }

    double seconds() {
        return (toMillis - fromMillis) / MILLIS;
    }
}
