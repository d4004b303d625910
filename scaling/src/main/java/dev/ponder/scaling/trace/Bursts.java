package dev.ponder.scaling.trace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Requests that come in clumps with long silences between: gaps of a gamma curve, whose coefficient of variation is 13, two a second on the
 * mean for two hours. A minute may have four times as many as the mean. Nobody can foresee them: the gaps don't depend on one another.
 */
public final class Bursts {

    private static final double VARIATION = 13;
    private static final double REQUESTS_PER_SECOND = 2;
    private static final Duration SPAN = Duration.ofHours(2);
    private static final double NANOS_PER_SECOND = 1e9;

    private Bursts() {}

    /** Draws them; the same seed gives the same. Lengths are those of the ramp by which llm-d judges itself. */
    public static Trace draw(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        double shape = 1 / (VARIATION * VARIATION);
        List<TracedRequest> requests = new ArrayList<>();
        double end = SPAN.toNanos() / NANOS_PER_SECOND;
        double at = gap(random, shape);
        while (at < end) {
            requests.add(TracedRequest.plain(
                    Duration.ofNanos(Math.round(at * NANOS_PER_SECOND)),
                    Drawing.DEFAULT.input().draw(random),
                    Drawing.DEFAULT.output().draw(random)));
            at += gap(random, shape);
        }
        return new Trace("bursts", requests, SPAN);
    }

    private static double gap(RandomGenerator random, double shape) {
        return GapFamily.GAMMA.draw(random, shape) / shape / REQUESTS_PER_SECOND;
    }
}
