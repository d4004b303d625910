package dev.ponder.scaling.log;

import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.observation.ClassLoad;
import dev.ponder.scaling.observation.Due;
import dev.ponder.scaling.observation.Layers;
import dev.ponder.scaling.observation.Objective;
import dev.ponder.scaling.observation.PaceSample;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.ReplicaState;
import dev.ponder.scaling.observation.Work;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Entries of every kind. */
final class Entries {

    private static final Arbitrary<Double> AMOUNTS = Arbitraries.doubles().between(0, 1e12);
    private static final Arbitrary<String> TEXTS = Arbitraries.strings().all().ofMaxLength(20);
    private static final Arbitrary<Instant> INSTANTS = Combinators.combine(
                    Arbitraries.longs().between(0, 4_000_000_000L),
                    Arbitraries.integers().between(0, 999_999_999))
            .as(Instant::ofEpochSecond);
    private static final Arbitrary<Duration> SPANS =
            Arbitraries.longs().between(1, 1_000_000_000_000_000L).map(Duration::ofNanos);

    private Entries() {}

    static Arbitrary<DecisionEntry> any() {
        return Combinators.combine(TEXTS, observations(), decisions()).as(DecisionEntry::new);
    }

    private static Arbitrary<Decision> decisions() {
        Arbitrary<Integer> counts = Arbitraries.integers().between(0, 1000);
        return Combinators.combine(INSTANTS, counts, counts, TEXTS.list().ofMaxSize(3))
                .as(Decision::of);
    }

    private static Arbitrary<PoolObservation> observations() {
        Arbitrary<ReplicaState> replicas = Combinators.combine(
                        TEXTS, Arbitraries.of(ReplicaState.Phase.class), INSTANTS, Arbitraries.doubles())
                .as(ReplicaState::new);
        Arbitrary<PaceSample> paces =
                Combinators.combine(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS).as(PaceSample::new);
        return Combinators.combine(
                        INSTANTS,
                        SPANS,
                        readings(replicas.list().ofMaxSize(3)),
                        classes().list().ofMaxSize(2),
                        readings(paces.list().ofMaxSize(3)),
                        readings(dues().list().ofMaxSize(3)))
                .as(PoolObservation::new);
    }

    private static Arbitrary<Due> dues() {
        return Combinators.combine(INSTANTS, work(), AMOUNTS).as(Due::new);
    }

    private static Arbitrary<Work> work() {
        return Combinators.combine(AMOUNTS, AMOUNTS, AMOUNTS).as(Work::new);
    }

    private static Arbitrary<ClassLoad> classes() {
        Arbitrary<Reading<Work>> works = readings(work());
        Arbitrary<Layers> layers =
                Combinators.combine(works, works, works, works).as(Layers::new);
        Arbitrary<Objective> objectives =
                Combinators.combine(TEXTS, SPANS, SPANS).as(Objective::new);
        return Combinators.combine(objectives, works, works, layers, readings(AMOUNTS))
                .as(ClassLoad::new);
    }

    private static <T> Arbitrary<Reading<T>> readings(Arbitrary<T> values) {
        Arbitrary<Reading<T>> known = values.map(Reading::of);
        Arbitrary<Reading<T>> missing = TEXTS.map(Reading::missing);
        return Arbitraries.oneOf(known, missing);
    }
}
