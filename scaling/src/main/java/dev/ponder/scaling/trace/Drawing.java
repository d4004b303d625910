package dev.ponder.scaling.trace;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How requests are drawn out of a file that holds rates instead of them. The same drawing of the same file is the same trace, and a
 * shorter part of it has the same requests as the whole has there.
 *
 * @param seed of arrivals and lengths
 * @param from where in the file's time to begin; what is before is left out
 * @param span how long from there on, above zero
 * @param input tokens of a prompt, where the file does not say
 * @param output generated tokens, where the file does not say
 */
public record Drawing(long seed, Duration from, Duration span, Lengths input, Lengths output) {

    /** The first day with seed 1; prompts of 4000 ± 400 tokens and answers of 1000 ± 200, as our benches' ramp has them. */
    public static final Drawing DEFAULT =
            new Drawing(1, Duration.ZERO, Duration.ofDays(1), Lengths.normal(4000, 400), Lengths.normal(1000, 200));

    public Drawing {
        requireNonNull(input, "input is null");
        requireNonNull(output, "output is null");
        if (from.isNegative() || !span.isPositive()) {
            throw new IllegalArgumentException("no part of a trace: " + span + " from " + from);
        }
    }

    /** The same with another part of the file's time. */
    public Drawing within(Duration begin, Duration length) {
        return new Drawing(seed, begin, length, input, output);
    }

    /** The same with another seed. */
    public Drawing seeded(long other) {
        return new Drawing(other, from, span, input, output);
    }
}
