package dev.ponder.triton.shard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ponder.bench.measure.Sample;
import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.fleet.run.Binding;
import dev.ponder.fleet.run.FleetRun;
import dev.ponder.fleet.run.FleetSettings;
import dev.ponder.fleet.scaler.StaticFleet;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.Objective;
import dev.ponder.triton.shard.brain.Script;
import dev.ponder.triton.shard.fault.ActiveFaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fleet simulation's replica beside the shard's engine, both under a virtual clock. It stands in the engine's package, since the
 * engine's core is driven by nobody else.
 */
class SimulatedReplicaTest {

    private static final ReplicaModel MODEL = new ReplicaModel(8, 4_000, 0.018, 0.0015);
    private static final GpuModel GPU = new GpuModel(
            4_000, Duration.ofMillis(18), Duration.ofNanos(1_500_000), 100_000, 64, 8, 1_000, Duration.ofMillis(100));
    private static final double NANOS = 1e9;

    /** Times of one request, in seconds from its arrival. */
    private record Times(double first, double end) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void takesAsLongAsTheShardsEngineDoes(long seed) {
        List<SimulatedRequest> requests = requests(seed);

        List<Times> simulated = simulated(requests);
        List<Times> engine = engine(requests);

        for (double share : new double[] {0.5, 0.9, 0.99}) {
            same(simulated, engine, Times::first, share);
            same(simulated, engine, Times::end, share);
        }
    }

    private static void same(List<Times> simulated, List<Times> engine, ToDoubleFunction<Times> part, double share) {
        double truth = percentile(engine, part, share);
        assertThat(percentile(simulated, part, share)).isCloseTo(truth, within(0.02 * truth + 0.005));
    }

    private static double percentile(List<Times> times, ToDoubleFunction<Times> part, double share) {
        return Sample.of(times.stream().mapToDouble(part).boxed().toList()).percentile(share);
    }

    /** At some 0.8 of what one replica can do. */
    private static List<SimulatedRequest> requests(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SimulatedRequest> requests = new ArrayList<>();
        double at = 0;
        for (int i = 0; i < 300; i++) {
            at += random.nextExponential() * 0.86;
            requests.add(SimulatedRequest.interactive(
                    i, at, random.nextInt(100, 701), random.nextInt(60, 301), 0, List.of()));
        }
        return requests;
    }

    private static List<Times> simulated(List<SimulatedRequest> requests) {
        Objective any = new Objective("any", Duration.ofMinutes(1), Duration.ofSeconds(1));
        FleetSettings fleet =
                new FleetSettings(MODEL, 1, 1, 1, Duration.ZERO, Duration.ofSeconds(5), List.of(any), 1e9);
        return FleetRun.play(fleet, requests, new StaticFleet(1), Binding.ofReasoners(1_000, 300)).sequences().stream()
                .map(one -> new Times(
                        one.firstTokenSeconds(), one.endedAt() - one.request().due()))
                .toList();
    }

    private static List<Times> engine(List<SimulatedRequest> requests) {
        GpuCore core = new GpuCore(GPU, new ActiveFaults());
        List<Noting> sinks = new ArrayList<>();
        for (SimulatedRequest request : requests) {
            long due = Math.round(request.due() * NANOS);
            happenUntil(core, due, sinks);
            Noting sink = new Noting(due);
            sinks.add(sink);
            Script script = new Script(Collections.nCopies(request.outputTokens(), "x"));
            GenerationJob job = new GenerationJob(request.inputTokens(), script, request.outputTokens());
            if (!core.offer(new Sequence(job, sink, GPU), due)) {
                throw new IllegalStateException("the engine's queue is full");
            }
        }
        happenUntil(core, Long.MAX_VALUE - 1, sinks);
        return sinks.stream().map(Noting::times).toList();
    }

    private static void happenUntil(GpuCore core, long nanos, List<Noting> sinks) {
        List<Runnable> out = new ArrayList<>();
        while (core.nextEventNanos() <= nanos) {
            long at = core.nextEventNanos();
            core.advance(at, out);
            sinks.forEach(one -> one.now = at);
            out.forEach(Runnable::run);
            out.clear();
        }
    }

    private static final class Noting implements TokenSink {
        private final long due;
        private long now;
        private long first = -1;
        private long last;

        private Noting(long due) {
            this.due = due;
        }

        @Override
        public void onToken(String token, boolean isLast, boolean cut) {
            first = first < 0 ? now : first;
            last = now;
        }

        @Override
        public void onCancelled() {
            throw new IllegalStateException("nobody cancels here");
        }

        private Times times() {
            return new Times((first - due) / NANOS, (last - due) / NANOS);
        }
    }
}
