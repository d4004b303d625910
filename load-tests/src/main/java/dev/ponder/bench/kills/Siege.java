package dev.ponder.bench.kills;

import dev.ponder.bench.measure.Sample;
import dev.ponder.bench.report.Row;
import dev.ponder.bench.stack.BenchStack;
import dev.ponder.bench.stack.DeliveryReader;
import dev.ponder.bench.stack.RequestSender;
import dev.ponder.bench.stack.ResultReader;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.launch.StackExtras;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One house under attack, with one guarantee. */
final class Siege {

    private static final int STEP_MILLIS = 15;
    private static final int SLOTS = 12;
    private static final int REASONERS = 2;
    private static final Duration CALM = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final double P99 = 0.99;
    private static final int HUNDRED = 100;

    private final String guarantee;
    private final int inFlight;
    private final UnaryOperator<List<String>> victims;
    private final Consumer<String> log;

    Siege(String guarantee, int inFlight, UnaryOperator<List<String>> victims, Consumer<String> log) {
        this.guarantee = guarantee;
        this.inFlight = inFlight;
        this.victims = victims;
        this.log = log;
    }

    Row run(int faults, SplittableRandom random) throws LaunchException, InterruptedException {
        StackExtras paced = BenchStack.paced(STEP_MILLIS, SLOTS, Map.of());
        StackExtras extras =
                new StackExtras(Map.of("router.settlement.guarantee", guarantee), paced.reasoner(), paced.shard());
        try (BenchStack house = BenchStack.start(REASONERS, extras, log);
                ResultReader results = new ResultReader(house.stack().bootstrap());
                DeliveryReader deliveries = new DeliveryReader(house.stack().bootstrap());
                RequestSender requests = new RequestSender(house.stack().bootstrap());
                TokenMeter tokens = new TokenMeter(house.stack().shardMetrics())) {
            Load load = Load.keep(inFlight, requests, results, random.split());
            Attack attack =
                    new Attack(house.stack(), victims.apply(house.stack().parts()), random.split(), log);
            Depth depth;
            try {
                Thread.sleep(CALM);
                depth = Depth.sample(load);
                for (int i = 0; i < faults; i++) {
                    attack.strike(i + 1, faults);
                }
                attack.awaitAll();
                depth.end();
            } finally {
                load.end();
            }
            requests.flush();
            log.accept(
                    "healed; waiting for the last of " + requests.acknowledged().size() + " results");
            results.await(requests.acknowledged().size(), PATIENCE);
            Thread.sleep(SETTLING);
            log.accept("  fewest in flight: " + depth.least() + ", " + attack.last(depth.leastNanos()));
            return row(attack, load, depth, requests, results, deliveries, tokens);
        }
    }

    private Row row(
            Attack attack,
            Load load,
            Depth depth,
            RequestSender requests,
            ResultReader results,
            DeliveryReader deliveries,
            TokenMeter tokens) {
        Map<String, Long> settled = results.arrivedNanos();
        long lost = requests.acknowledged().stream()
                .filter(id -> !settled.containsKey(id))
                .count();
        long used = settled.keySet().stream()
                .filter(id -> !results.errors().containsKey(id))
                .mapToLong(id -> load.tokens().getOrDefault(id, 0))
                .sum();
        Row row = Row.named(guarantee)
                .with("produced", requests.acknowledged().size())
                .with("settled", settled.size())
                .with("lost", (double) lost)
                .with("doubled", (double) results.doubled())
                .with("errors", results.errors().size())
                .with("in_flight_least", depth.least())
                .with("in_flight_short_percent", depth.shortShare() * HUNDRED)
                .with("in_flight_taken_least", depth.leastTaken())
                .with("hits_least", (double) leastHit(attack))
                .with("tokens_redone_percent", tokens.redoneShare(used) * HUNDRED);
        Recovery recovery = new Recovery(load.sentNanos(), settled, deliveries.beginnings(), results.crossed());
        List<Double> seconds = recovery.seconds(attack.strikes());
        return seconds.isEmpty()
                ? row
                : row.with("recovery_p99_s", Sample.of(seconds).percentile(P99));
    }

    private static long leastHit(Attack attack) {
        Collection<Long> hits = attack.strikes().stream()
                .collect(Collectors.groupingBy(Strike::victim, Collectors.counting()))
                .values();
        return hits.isEmpty() ? 0 : Collections.min(hits);
    }
}
