package dev.ponder.bench.kills;

import dev.ponder.bench.stack.DeliveryReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How long each fault kept those waiting whom it hit: from the fault to the first result of a request that it hit. All that were in
 * flight are hit by a fault of router, cache or broker; of a reasoner's those whose work began anew after it; of a shard's those whose
 * chain went over to another one.
 *
 * @param sentNanos when each request was sent
 * @param settledNanos when its result came
 * @param beginnings when work on it began, each time
 * @param crossed the requests whose chains needed more than one shard
 */
record Recovery(
        Map<String, Long> sentNanos,
        Map<String, Long> settledNanos,
        Map<String, List<DeliveryReader.Beginning>> beginnings,
        Collection<String> crossed) {

    private static final double NANOS = 1e9;

    List<Double> seconds(List<Strike> strikes) {
        return strikes.stream()
                .map(this::seconds)
                .flatMapToDouble(OptionalDouble::stream)
                .boxed()
                .toList();
    }

    private OptionalDouble seconds(Strike strike) {
        Predicate<String> hit = hitBy(strike);
        return inFlight(strike)
                .filter(settled -> hit.test(settled.getKey()))
                .mapToDouble(settled -> (settled.getValue() - strike.nanos()) / NANOS)
                .min();
    }

    private Stream<Map.Entry<String, Long>> inFlight(Strike strike) {
        return settledNanos.entrySet().stream()
                .filter(settled -> sentNanos.getOrDefault(settled.getKey(), Long.MAX_VALUE) < strike.nanos())
                .filter(settled -> settled.getValue() > strike.nanos());
    }

    private Predicate<String> hitBy(Strike strike) {
        if (strike.victim().startsWith("reasoner")) {
            return id -> beginnings.getOrDefault(id, List.of()).stream()
                    .anyMatch(one -> one.again() && one.nanos() > strike.nanos());
        }
        return strike.victim().startsWith("shard") ? crossed::contains : _ -> true;
    }
}
