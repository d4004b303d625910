package dev.ponder.bench.elasticity;

import dev.ponder.bench.report.Report;
import dev.ponder.fleet.demand.Ramp;
import dev.ponder.fleet.run.FleetRun;
import dev.ponder.fleet.run.FleetSettings;
import dev.ponder.fleet.scaler.Clairvoyant;
import dev.ponder.fleet.scaler.FleetScaler;
import dev.ponder.fleet.scaler.StaticFleet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** llm-d's ramp: seven rates in forty minutes, TTFT of 3 s and mean TPOT of 100 ms, 3 to 8 replicas. */
final class RampStudy {

    static final Map<String, String> TARGETS = Map.of(
            "slo_attained", ">= 0.99 at <= 4.7 replicas",
            "average_replicas", "<= 4.7",
            "attainment_lost_points", "<= 3",
            "extra_gpu_hours", "<= 0.15");

    private static final int MIN = 3;
    private static final int MAX = 8;
    private static final double EVEN = 1;
    private static final Duration QUICK_START = Duration.ofSeconds(30);

    private final List<Long> seeds;

    RampStudy(long seed, int count) {
        this.seeds = LongStream.range(seed, seed + count).boxed().toList();
    }

    private static FleetSettings fleet(Duration coldStart) {
        return GpuOfMeasures.fleet(MIN, MAX, coldStart, GpuOfMeasures.INTERACTIVE);
    }

    /** Ours beside all others, with the cold start of the measure. */
    Report report() {
        FleetSettings fleet = fleet(GpuOfMeasures.COLD_START);
        List<Played> played = new ArrayList<>();
        Contestants.all(fleet).forEach((name, scaler) -> played.add(play(name, fleet, _ -> scaler.get())));
        played.add(play("static, 8", fleet.fixed(MAX), _ -> new StaticFleet(MAX)));
        played.add(play("clairvoyant", fleet, seed -> clairvoyant(fleet, seed)));
        Played ours = played.getFirst();
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("slo_attained", ours.attained());
        metrics.put("average_replicas", ours.row().figure("average_replicas"));
        return new Report(
                "autoscale",
                Map.of("trace", "ramp"),
                seeds,
                metrics,
                played.stream().map(Played::row).toList());
    }

    private static FleetScaler clairvoyant(FleetSettings fleet, long seed) {
        return Clairvoyant.of(Ramp.draw(seed), fleet.objectives(), fleet.model(), fleet.coldStart(), EVEN);
    }

    /** Ours with other cold starts, each against a quick one. */
    Report sweep(List<Duration> coldStarts) {
        Played quick = ours(QUICK_START);
        List<Played> rows = coldStarts.stream().map(this::ours).toList();
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put(
                "attainment_lost_points",
                rows.stream()
                        .mapToDouble(one -> 100 * (quick.attained() - one.attained()))
                        .max()
                        .orElseThrow());
        metrics.put(
                "extra_gpu_hours",
                rows.stream()
                        .mapToDouble(one -> one.replicaSeconds() / quick.replicaSeconds() - 1)
                        .max()
                        .orElseThrow());
        return new Report(
                "autoscale",
                Map.of("trace", "ramp", "cold-start", coldStarts.toString()),
                seeds,
                metrics,
                rows.stream().map(Played::row).toList());
    }

    private Played ours(Duration coldStart) {
        FleetSettings fleet = fleet(coldStart);
        Supplier<FleetScaler> scaler = Contestants.ours(fleet);
        return play("ours, cold start " + coldStart.toSeconds() + " s", fleet, _ -> scaler.get());
    }

    private Played play(String name, FleetSettings fleet, Function<Long, FleetScaler> scaler) {
        return new Played(
                name,
                seeds.stream()
                        .map(seed -> FleetRun.play(fleet, Ramp.draw(seed), scaler.apply(seed)))
                        .toList());
    }
}
