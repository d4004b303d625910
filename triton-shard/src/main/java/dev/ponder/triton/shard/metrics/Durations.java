package dev.ponder.triton.shard.metrics;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** How long finished generations took and how much they said. Any thread. */
final class Durations {

    private final LongAdder wholeNanos = new LongAdder();
    private final LongAdder inputNanos = new LongAdder();
    private final LongAdder outputNanos = new LongAdder();
    /** Bounds as the server and its backend have them. */
    private final Histogram firstMillis = new Histogram(100, 500, 2_000, 5_000);

    private final Histogram promptTokens = new Histogram(10, 50, 100, 500, 1_000);
    private final Histogram answerTokens = new Histogram(10, 50, 100, 500, 1_000);

    void add(Finished finished) {
        wholeNanos.add(finished.wholeNanos());
        inputNanos.add(finished.inputNanos());
        outputNanos.add(finished.outputNanos());
        firstMillis.observe(TimeUnit.NANOSECONDS.toMillis(finished.firstNanos()));
        promptTokens.observe(finished.promptTokens());
        answerTokens.observe(finished.tokens());
    }

    long wholeMicros() {
        return micros(wholeNanos.sum());
    }

    long inputMicros() {
        return micros(inputNanos.sum());
    }

    long outputMicros() {
        return micros(outputNanos.sum());
    }

    Histogram firstMillis() {
        return firstMillis;
    }

    Histogram promptTokens() {
        return promptTokens;
    }

    Histogram answerTokens() {
        return answerTokens;
    }

    static long micros(long nanos) {
        return TimeUnit.NANOSECONDS.toMicros(nanos);
    }
}
