package dev.ponder.autoscaler.loop;

import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.scaling.observation.ClassLoad;
import dev.ponder.scaling.observation.Layers;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import dev.ponder.scaling.observation.Work;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Shows what was seen of one pool: replicas by phase, requests by class and layer. What is not known is not shown. One thread. */
final class SeenMeters {

    private final MultiGauge replicas;
    private final MultiGauge work;

    SeenMeters(PoolId pool, MeterRegistry registry) {
        this.replicas = MultiGauge.builder(Meters.SCALER_REPLICAS)
                .tag(Meters.TAG_POOL, pool.value())
                .register(registry);
        this.work = MultiGauge.builder(Meters.SCALER_WORK)
                .tag(Meters.TAG_POOL, pool.value())
                .register(registry);
    }

    void show(PoolObservation seen) {
        List<MultiGauge.Row<?>> phases = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            seen.count(phase)
                    .ifPresent(count -> phases.add(MultiGauge.Row.of(Tags.of(Meters.TAG_PHASE, word(phase)), count)));
        }
        replicas.register(phases, true);
        List<MultiGauge.Row<?>> layers = new ArrayList<>(
                seen.classes().stream().flatMap(SeenMeters::rows).toList());
        work.register(layers, true);
    }

    private static String word(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    private static Stream<MultiGauge.Row<?>> rows(ClassLoad load) {
        String name = load.objective().name();
        Layers layers = load.layers();
        return Stream.of(
                        row(name, "queued", layers.queued()),
                        row(name, "buffered", layers.buffered()),
                        row(name, "gated", layers.gated()),
                        row(name, "dispatched", layers.dispatched()))
                .flatMap(one -> one);
    }

    private static Stream<MultiGauge.Row<?>> row(String name, String layer, Reading<Work> work) {
        Tags tags = Tags.of(Meters.TAG_CLASS, name, Meters.TAG_LAYER, layer);
        return work.known().stream().map(known -> MultiGauge.Row.of(tags, known.requests()));
    }
}
