package dev.ponder.bench.honesty;

import dev.ponder.bench.measure.Sample;
import dev.ponder.bench.report.Row;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The same requests in both worlds, in the same order. Pure.
 *
 * @param load at which they came
 */
record Comparison(double load, List<Lived> real, List<Lived> simulated) {

    static final double P50 = 0.5;
    static final double P99 = 0.99;

    Comparison {
        real = List.copyOf(real);
        simulated = List.copyOf(simulated);
        if (real.isEmpty() || real.size() != simulated.size()) {
            throw new IllegalArgumentException(
                    "both worlds have the same requests: %d, %d".formatted(real.size(), simulated.size()));
        }
    }

    /** How far the simulation's percentile is from the real one, over the real one. */
    double error(ToDoubleFunction<Lived> part, double share) {
        double truth = percentile(real, part, share);
        return Math.abs(percentile(simulated, part, share) - truth) / truth;
    }

    /** How much longer each request took in reality than in the simulation, which may be less than nothing. */
    Sample longer(ToDoubleFunction<Lived> part) {
        return Sample.of(IntStream.range(0, real.size())
                .mapToObj(i -> part.applyAsDouble(real.get(i)) - part.applyAsDouble(simulated.get(i)))
                .toList());
    }

    /** The percentiles of one world. */
    static Row row(String world, double load, List<Lived> lived) {
        return Row.named("load %s, %s".formatted(load, world))
                .with("requests", lived.size())
                .with("p50_s", percentile(lived, Lived::whole, P50))
                .with("p99_s", percentile(lived, Lived::whole, P99))
                .with("first_words_p50_s", percentile(lived, Lived::firstWords, P50))
                .with("first_words_p99_s", percentile(lived, Lived::firstWords, P99))
                .with("wait_p50_s", percentile(lived, Lived::waited, P50))
                .with("wait_p99_s", percentile(lived, Lived::waited, P99));
    }

    /** The differences of the same request, where they cannot hide behind one another as they may in percentiles. */
    Row pairs() {
        return Row.named("load %s, real - simulated, pair by pair".formatted(load))
                .with("requests", real.size())
                .with("p50_s", longer(Lived::whole).median())
                .with("p99_s", longer(Lived::whole).percentile(P99))
                .with("first_words_p50_s", longer(Lived::firstWords).median())
                .with("first_words_p99_s", longer(Lived::firstWords).percentile(P99))
                .with("wait_p50_s", longer(Lived::waited).median())
                .with("wait_p99_s", longer(Lived::waited).percentile(P99));
    }

    private static double percentile(List<Lived> lived, ToDoubleFunction<Lived> part, double share) {
        return Sample.of(lived.stream().mapToDouble(part).boxed().toList()).percentile(share);
    }
}
