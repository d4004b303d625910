package dev.ponder.local.explain;

import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.decision.Bounds;
import dev.ponder.scaling.decision.CostCap;
import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.decision.LawSettings;
import dev.ponder.scaling.decision.ScalingLaw;
import dev.ponder.scaling.decision.ScalingPolicy;
import dev.ponder.scaling.decision.SloFeedback;
import dev.ponder.scaling.decision.TokenWork;
import dev.ponder.scaling.forecast.ForecastSettings;
import dev.ponder.scaling.log.DecisionEntry;
import dev.ponder.scaling.log.DecisionLines;
import dev.ponder.scaling.log.LawEntry;
import dev.ponder.scaling.observation.ClassLoad;
import dev.ponder.scaling.observation.Layers;
import dev.ponder.scaling.observation.Objective;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.ReplicaState;
import dev.ponder.scaling.observation.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The lines that an autoscaler writes whose cluster does at once what is decided. */
final class DecisionLog {

    static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    static final Duration TICK = Duration.ofSeconds(5);
    private static final Objective INTERACTIVE =
            new Objective("interactive", Duration.ofSeconds(3), Duration.ofMillis(100));

    private final List<String> lines = new ArrayList<>();
    private final String pool;
    private LawSettings settings = settings(new TokenWork(), new SloFeedback());
    private ScalingLaw law = new ScalingLaw(settings);
    private int replicas = 1;
    private int ticks;

    DecisionLog(String pool) {
        this.pool = pool;
    }

    static LawSettings settings(ScalingPolicy... policies) {
        return new LawSettings(
                new Bounds(0, 9),
                List.of(policies),
                Duration.ofMinutes(1),
                ForecastSettings.standard(),
                new ReplicaModel(60, 13_000, 0.015, 0.00033),
                Duration.ofSeconds(100));
    }

    /** The service starts: a law that knows nothing. */
    DecisionLog starts() {
        law = new ScalingLaw(settings);
        lines.add(DecisionLines.write(new LawEntry(pool, now(), true, settings)));
        return this;
    }

    /** The same with a cap of four replicas. */
    DecisionLog startsCapped() {
        settings = settings(new TokenWork(), new CostCap(2.5, 10));
        return starts();
    }

    /** The file was moved away: the law that runs is said again. */
    DecisionLog isAnotherFile() {
        lines.clear();
        lines.add(DecisionLines.write(new LawEntry(pool, now(), false, settings)));
        return this;
    }

    /** So many turns in each of which so many requests come. */
    DecisionLog turns(int count, double requests) {
        for (int i = 0; i < count; i++) {
            turn(Reading.of(new Work(requests, requests * 4000, requests * 1000)));
        }
        return this;
    }

    /** So many turns in which nobody says what comes. */
    DecisionLog blindTurns(int count, String why) {
        for (int i = 0; i < count; i++) {
            turn(Reading.missing(why));
        }
        return this;
    }

    private void turn(Reading<Work> arrived) {
        ticks++;
        PoolObservation seen = new PoolObservation(
                now(), TICK, Reading.of(ready()), List.of(load(arrived)), Reading.of(List.of()), Reading.of(List.of()));
        Decision decided = law.decide(seen);
        replicas = decided.replicas();
        lines.add(DecisionLines.write(new DecisionEntry(pool, seen, decided)));
    }

    List<String> lines() {
        return new ArrayList<>(lines);
    }

    private Instant now() {
        return NOON.plus(TICK.multipliedBy(ticks));
    }

    private List<ReplicaState> ready() {
        List<ReplicaState> ready = new ArrayList<>();
        for (int i = 0; i < replicas; i++) {
            ready.add(new ReplicaState("replica-" + i, ReplicaState.Phase.READY, NOON, 0));
        }
        return ready;
    }

    private static ClassLoad load(Reading<Work> arrived) {
        Reading<Work> none = Reading.of(Work.NONE);
        return new ClassLoad(
                INTERACTIVE, arrived, none, new Layers(none, none, none, none), Reading.missing("none came"));
    }
}
