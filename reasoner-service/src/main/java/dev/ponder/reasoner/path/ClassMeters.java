package dev.ponder.reasoner.path;

import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.telemetry.Meters;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.DoubleStream;

/**
 * The meters of one class of requests, each under OpenTelemetry's GenAI name.
 *
 * @param duration of one generation
 * @param firstChunk of it
 * @param laterChunks mean time between them
 * @param firstToken from a request's arrival to the first token of its answer
 * @param queueWait from a work record's append to its first generation
 * @param input tokens
 * @param output tokens
 */
record ClassMeters(
        Timer duration,
        Timer firstChunk,
        Timer laterChunks,
        Timer firstToken,
        Timer queueWait,
        DistributionSummary input,
        DistributionSummary output) {

    /** What the classes are promised (5 s, 60 s, 3,600 s) is among them, since who counts what kept a promise needs its bound. */
    private static final Duration[] PROMISES = seconds(0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800, 3600);

    private static final Duration[] WAITS = seconds(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800);
    /** Around what the classes are promised: 50, 100 and 200 ms. */
    private static final Duration[] PACES = seconds(0.01, 0.02, 0.03, 0.04, 0.05, 0.075, 0.1, 0.15, 0.2, 0.5, 1);

    static ClassMeters of(SloClass slo, MeterRegistry meters) {
        return new ClassMeters(
                meters.timer(Meters.OPERATION_DURATION, Meters.TAG_CLASS, slo.wire()),
                histogram(Meters.TIME_TO_FIRST_CHUNK, slo, WAITS, meters),
                histogram(Meters.TIME_PER_OUTPUT_CHUNK, slo, PACES, meters),
                histogram(Meters.FIRST_TOKEN, slo, PROMISES, meters),
                histogram(Meters.QUEUE_WAIT, slo, WAITS, meters),
                tokens("input", slo, meters),
                tokens("output", slo, meters));
    }

    /** With buckets, since who promises a first token in time looks at the slowest tenth and not at the mean. */
    private static Timer histogram(String name, SloClass slo, Duration[] bounds, MeterRegistry meters) {
        return Timer.builder(name)
                .tag(Meters.TAG_CLASS, slo.wire())
                .serviceLevelObjectives(bounds)
                .register(meters);
    }

    private static DistributionSummary tokens(String type, SloClass slo, MeterRegistry meters) {
        return meters.summary(Meters.TOKEN_USAGE, Meters.TAG_TOKEN_TYPE, type, Meters.TAG_CLASS, slo.wire());
    }

    private static Duration[] seconds(double... bounds) {
        return DoubleStream.of(bounds)
                .mapToObj(seconds -> Duration.ofMillis((long) (seconds * 1000)))
                .toArray(Duration[]::new);
    }
}
