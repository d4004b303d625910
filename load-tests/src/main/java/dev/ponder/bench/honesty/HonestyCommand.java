package dev.ponder.bench.honesty;

import dev.ponder.bench.BenchOptions;
import dev.ponder.bench.report.Report;
import dev.ponder.bench.report.Row;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Whether the fleet simulation tells the truth. */
@Command(
        name = "honesty",
        description =
                "Plays the same requests in the fleet simulation and, in real time, through broker, services and shards.")
public final class HonestyCommand implements Callable<Integer> {

    private static final List<Double> LOADS = List.of(0.7, 0.9);
    private static final List<Double> QUICK_LOADS = List.of(0.7);
    private static final int REQUESTS = 220;
    private static final int QUICK_REQUESTS = 50;
    private static final Demand WARM_UP = new Demand("w", 30, 0.7);
    private static final String TARGET = "<= 0.10";

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Override
    public Integer call() throws LaunchException, InterruptedException, IOException {
        List<Double> loads = options.quick() ? QUICK_LOADS : LOADS;
        int requests = options.quick() ? QUICK_REQUESTS : REQUESTS;
        options.say(
                ("%d shards of %d slots, token time %.1f ms + %.1f ms a sequence, %.0f prompt tokens a second; one reasoner of %d"
                                + " slots. %d requests a load, prompts of 100 to 700 tokens, answers of 60 to 300.")
                        .formatted(
                                SmallFleet.SHARDS,
                                SmallFleet.GPU.slots(),
                                SmallFleet.GPU.stepSeconds() * 1e3,
                                SmallFleet.GPU.stepSecondsPerSequence() * 1e3,
                                SmallFleet.GPU.prefillTokensPerSecond(),
                                SmallFleet.SLOTS,
                                requests));
        options.say(
                "The real ones go from the request's topic to a reader of committed results, router and settlement included;"
                        + " the simulation has none of these. Warm-up: " + WARM_UP.requests()
                        + " requests, not counted. Then " + Hop.CALIBRATION.requests() + " at load "
                        + Hop.CALIBRATION.load()
                        + " say what the house adds to a wait where a slot is free; drawn by chance from them, that is added to the"
                        + " simulated waits that are compared.");
        List<Comparison> comparisons = new ArrayList<>();
        List<Comparison> bare = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        try (RealHouse house = RealHouse.start(options::say)) {
            house.play(WARM_UP.draw(options.seed()));
            Hop hop = calibrated(house);
            rows.add(hop.row());
            for (int i = 0; i < loads.size(); i++) {
                double load = loads.get(i);
                options.say("  load " + load);
                List<Asked> asked = new Demand(names(i), requests, load).draw(options.seed() + i);
                List<Lived> real = house.play(asked);
                List<Lived> simulated = SimulatedHouse.asShipped(asked);
                Comparison comparison = new Comparison(load, real, hop.before(simulated, options.seed() + i));
                comparisons.add(comparison);
                bare.add(new Comparison(load, real, simulated));
                rows.add(Comparison.row("real", load, real));
                rows.add(Comparison.row("simulated, with the calibration's hop", load, comparison.simulated()));
                rows.add(Comparison.row("simulated, without", load, simulated));
                rows.add(
                        Comparison.row("simulated, bound late as in autoscale", load, SimulatedHouse.boundLate(asked)));
                rows.add(comparison.pairs());
            }
        }
        publish(comparisons, bare, rows, requests);
        return 0;
    }

    private Hop calibrated(RealHouse house) throws InterruptedException {
        options.say("  calibration");
        List<Asked> asked = Hop.CALIBRATION.draw(options.seed());
        return Hop.between(house.play(asked), SimulatedHouse.asShipped(asked));
    }

    /** A letter a load, so that ids differ and stay a token a character. */
    private static String names(int load) {
        return Character.toString('a' + load);
    }

    private void publish(List<Comparison> comparisons, List<Comparison> bare, List<Row> rows, int requests)
            throws IOException {
        Map<String, Double> metrics = new LinkedHashMap<>();
        put(metrics, "", Lived::waited, comparisons);
        put(metrics, "without_hop_", Lived::waited, bare);
        put(metrics, "first_words_", Lived::firstWords, comparisons);
        put(metrics, "whole_", Lived::whole, comparisons);
        options.publish(
                new Report(
                        "honesty",
                        Map.of("requests", Integer.toString(requests)),
                        LongStream.range(0, comparisons.size())
                                .mapToObj(i -> options.seed() + i)
                                .toList(),
                        metrics,
                        rows),
                Map.of("p50_error", TARGET, "p99_error", TARGET));
    }

    /** The worst of all loads counts. */
    private static void put(
            Map<String, Double> metrics, String name, ToDoubleFunction<Lived> part, List<Comparison> comparisons) {
        metrics.put(name + "p50_error", worst(comparisons, part, Comparison.P50));
        metrics.put(name + "p99_error", worst(comparisons, part, Comparison.P99));
    }

    private static double worst(List<Comparison> comparisons, ToDoubleFunction<Lived> part, double share) {
        return comparisons.stream()
                .mapToDouble(one -> one.error(part, share))
                .max()
                .orElseThrow();
    }
}
