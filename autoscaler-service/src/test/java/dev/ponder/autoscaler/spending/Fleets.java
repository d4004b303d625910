package dev.ponder.autoscaler.spending;

import dev.ponder.scaling.observation.ClassLoad;
import dev.ponder.scaling.observation.Layers;
import dev.ponder.scaling.observation.Objective;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.ReplicaState;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import dev.ponder.scaling.observation.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Observations of fleets, each half a minute after the one before. */
final class Fleets {

    static final Duration SINCE = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private Fleets() {}

    static PoolObservation of(Stream<Phase> phases, double running, double queued) {
        List<ReplicaState> replicas =
                phases.map(phase -> new ReplicaState("r", phase, NOW, 0)).toList();
        return seen(Reading.of(replicas), running, queued, 0, 0);
    }

    static PoolObservation unknown() {
        return seen(Reading.missing("the cluster is away"), 1, 1, 0, 0);
    }

    static PoolObservation asked(double requests, double outputTokens) {
        return seen(Reading.of(List.of()), 0, 0, requests, outputTokens);
    }

    private static PoolObservation seen(
            Reading<List<ReplicaState>> replicas, double running, double queued, double came, double tokens) {
        Layers layers = new Layers(
                Reading.of(new Work(queued, queued * 100, queued * 50)),
                Reading.of(Work.NONE),
                Reading.of(Work.NONE),
                Reading.of(new Work(running, running * 100, running * 50)));
        ClassLoad load = new ClassLoad(
                new Objective("interactive", Duration.ofSeconds(5), Duration.ofMillis(50)),
                Reading.of(new Work(came, came * 100, tokens)),
                Reading.of(Work.NONE),
                layers,
                Reading.missing("none came"));
        return new PoolObservation(
                NOW, SINCE, replicas, List.of(load), Reading.of(List.of()), Reading.missing("nobody tells"));
    }
}
