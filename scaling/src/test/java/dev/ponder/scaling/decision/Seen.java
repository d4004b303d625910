package dev.ponder.scaling.decision;

import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.forecast.ForecastSettings;
import dev.ponder.scaling.observation.ClassLoad;
import dev.ponder.scaling.observation.Due;
import dev.ponder.scaling.observation.Layers;
import dev.ponder.scaling.observation.Objective;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.ReplicaState;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import dev.ponder.scaling.observation.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Observations of a pool, made by hand. */
public final class Seen {

    static final ReplicaModel MODEL = new ReplicaModel(60, 13_000, 0.015, 0.00033);
    static final Objective INTERACTIVE = new Objective("interactive", Duration.ofSeconds(3), Duration.ofMillis(100));
    static final Duration TICK = Duration.ofSeconds(5);

    private Seen() {}

    /** Settings as they ship, but for bounds and policies. */
    public static LawSettings settings(int min, int max, ScalingPolicy... policies) {
        return new LawSettings(
                new Bounds(min, max),
                List.of(policies),
                Duration.ofMinutes(1),
                ForecastSettings.standard(),
                MODEL,
                Duration.ofSeconds(100));
    }

    /** Settings of a pool that remembers little, so that it sleeps soon. */
    static LawSettings forgetful(int max, Duration hold, Duration coldStart) {
        return new LawSettings(
                new Bounds(0, max),
                List.of(new TokenWork()),
                hold,
                ForecastSettings.remembering(Duration.ofSeconds(20)),
                MODEL,
                coldStart);
    }

    static PoolObservation at(int tick, int ready, Reading<Work> arrived, Reading<Work> queued) {
        return at(tick, ready, load(arrived, queued, Reading.missing("none came")));
    }

    /** So much waits, and nothing comes. */
    static PoolObservation waiting(int tick, int ready, Reading<Work> queued) {
        return at(tick, ready, Reading.of(Work.NONE), queued);
    }

    /** Nobody says anything but the cluster. */
    static PoolObservation blind(int tick, int ready) {
        return at(tick, ready, Reading.missing("no broker"), Reading.missing("no broker"));
    }

    static PoolObservation waiting(int tick, double firstTokenP90) {
        return at(tick, 1, load(Reading.of(Work.NONE), Reading.of(work(5)), Reading.of(firstTokenP90)));
    }

    /** Work waits, and so much ended since the observation before. */
    static PoolObservation working(int tick, int ready, Work ended) {
        Layers waiting =
                new Layers(Reading.of(work(50)), Reading.of(Work.NONE), Reading.of(Work.NONE), Reading.of(Work.NONE));
        return at(
                tick,
                ready,
                new ClassLoad(INTERACTIVE, Reading.of(work(10)), Reading.of(ended), waiting, Reading.missing("none")));
    }

    private static PoolObservation at(int tick, int ready, ClassLoad load) {
        return new PoolObservation(
                Instant.EPOCH.plus(TICK.multipliedBy(tick)),
                TICK,
                Reading.of(replicas(ready, Phase.READY)),
                List.of(load),
                Reading.of(List.of()),
                Reading.of(List.of()));
    }

    static PoolObservation arriving(int tick, int ready, double requests, List<Due> due) {
        PoolObservation seen = arriving(tick, ready, requests);
        return new PoolObservation(
                seen.at(), seen.since(), seen.replicas(), seen.classes(), seen.paces(), Reading.of(due));
    }

    /** Requests that came within a tick and are due at the full hour, if anything came. */
    public static PoolObservation arrivingWithDeadlines(int tick, int ready, double requests) {
        Due due = new Due(Instant.EPOCH.plus(Duration.ofHours(1)), work(requests), 1000);
        return arriving(tick, ready, requests, requests > 0 ? List.of(due) : List.of());
    }

    /** Requests that came within a tick. */
    public static PoolObservation arriving(int tick, int ready, double requests) {
        return at(tick, ready, Reading.of(work(requests)), Reading.of(Work.NONE));
    }

    static PoolObservation unknownReplicas(int tick) {
        return new PoolObservation(
                Instant.EPOCH.plus(TICK.multipliedBy(tick)),
                TICK,
                Reading.missing("no answer"),
                List.of(load(Reading.of(Work.NONE), Reading.of(Work.NONE), Reading.missing("none came"))),
                Reading.of(List.of()),
                Reading.of(List.of()));
    }

    static PoolObservation due(int tick, int ready, List<Due> due) {
        return new PoolObservation(
                Instant.EPOCH.plus(TICK.multipliedBy(tick)),
                TICK,
                Reading.of(replicas(ready, Phase.READY)),
                List.of(),
                Reading.of(List.of()),
                Reading.of(due));
    }

    static Work work(double requests) {
        return new Work(requests, requests * 4000, requests * 1000);
    }

    private static ClassLoad load(Reading<Work> arrived, Reading<Work> queued, Reading<Double> firstTokenP90) {
        return new ClassLoad(
                INTERACTIVE,
                arrived,
                Reading.of(Work.NONE),
                new Layers(queued, Reading.of(Work.NONE), Reading.of(Work.NONE), Reading.of(Work.NONE)),
                firstTokenP90);
    }

    private static List<ReplicaState> replicas(int count, Phase phase) {
        List<ReplicaState> replicas = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            replicas.add(new ReplicaState("replica-" + i, phase, Instant.EPOCH, 0));
        }
        return replicas;
    }
}
