package dev.ponder.scaling.trace;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Ten minutes of one client: how many requests, and how unevenly they came.
 *
 * @param begin where it begins in the file's time
 * @param requests that it held, 1 or more
 * @param family of the gaps between them
 * @param shape of that family, above zero
 * @param seed of its own, so that a window is the same whichever others are drawn
 */
record RateWindow(
        Duration begin, long requests, GapFamily family, double shape, long seed, Lengths input, Lengths output) {

    /** How long a window of the files is. */
    static final Duration LENGTH = Duration.ofMinutes(10);

    RateWindow {
        requireNonNull(begin, "begin is null");
        requireNonNull(family, "family is null");
        requireNonNull(input, "input is null");
        requireNonNull(output, "output is null");
        if (requests < 1 || !(shape > 0)) {
            throw new IllegalArgumentException("no window: " + requests + " requests, shape " + shape);
        }
    }

    Duration end() {
        return begin.plus(LENGTH);
    }

    /**
     * Draws its requests in order, in the file's time. Gaps of the family are stretched so that all requests and a last gap fill the
     * window: the file's rates are counts, and gaps of heavy tails would miss them by far. With exponential gaps this is a Poisson
     * process of which the count is known.
     */
    void draw(Consumer<TracedRequest> to) {
        double whole = gaps(new SplittableRandom(seed), requests + 1);
        SplittableRandom again = new SplittableRandom(seed);
        SplittableRandom tokens = new SplittableRandom(~seed);
        double sum = 0;
        for (long i = 0; i < requests; i++) {
            sum += family.draw(again, shape);
            Duration at = begin.plusNanos(Math.round(LENGTH.toNanos() * share(sum, whole)));
            to.accept(TracedRequest.plain(at, input.draw(tokens), output.draw(tokens)));
        }
    }

    /** Drawn twice rather than kept: a window may hold a hundred thousand gaps. */
    private double gaps(SplittableRandom random, long count) {
        double sum = 0;
        for (long i = 0; i < count; i++) {
            sum += family.draw(random, shape);
        }
        return sum;
    }

    /** Shapes near zero draw gaps below what a double can hold. */
    private static double share(double sum, double whole) {
        return whole > 0 && Double.isFinite(whole) ? Math.min(1, sum / whole) : 0;
    }
}
