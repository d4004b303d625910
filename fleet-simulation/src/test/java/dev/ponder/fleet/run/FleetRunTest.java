package dev.ponder.fleet.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ponder.fleet.demand.Ramp;
import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.fleet.gpu.Sequence;
import dev.ponder.fleet.scaler.Clairvoyant;
import dev.ponder.fleet.scaler.DynamoLoadLoop;
import dev.ponder.fleet.scaler.FleetScaler;
import dev.ponder.fleet.scaler.HpaOnWaiting;
import dev.ponder.fleet.scaler.KedaLag;
import dev.ponder.fleet.scaler.Kpa;
import dev.ponder.fleet.scaler.LawScaler;
import dev.ponder.fleet.scaler.LlmdSloAware;
import dev.ponder.fleet.scaler.StaticFleet;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.decision.Bounds;
import dev.ponder.scaling.decision.LawSettings;
import dev.ponder.scaling.observation.Objective;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FleetRunTest {

    private static final ReplicaModel MODEL = new ReplicaModel(60, 13_000, 0.015, 0.00033);
    private static final Objective INTERACTIVE =
            new Objective("interactive", Duration.ofSeconds(3), Duration.ofMillis(100));

    private static FleetSettings fleet(int min, int max) {
        return new FleetSettings(
                MODEL, min, max, min, Duration.ofSeconds(100), Duration.ofSeconds(5), List.of(INTERACTIVE), 0.2);
    }

    private static List<SimulatedRequest> alike(int count, double every, int input, int output) {
        return IntStream.range(0, count)
                .mapToObj(i -> SimulatedRequest.interactive(i, i * every, input, output, 0, List.of()))
                .toList();
    }

    @Test
    void takesAsLongForOneRequestAsTheModelSays() {
        FleetOutcome outcome = FleetRun.play(fleet(1, 1), alike(1, 1, 1300, 101), new StaticFleet(1));

        Sequence one = outcome.sequences().getFirst();
        assertThat(one.firstTokenSeconds()).isCloseTo(0.1 + MODEL.secondsPerToken(1), within(1e-9));
        assertThat(one.endedAt()).isCloseTo(0.1 + 101 * MODEL.secondsPerToken(1), within(1e-6));
        assertThat(one.secondsPerToken()).isCloseTo(MODEL.secondsPerToken(1), within(1e-9));
    }

    @Test
    void readsPromptsOneAfterTheOther() {
        FleetOutcome outcome = FleetRun.play(fleet(1, 1), alike(3, 0, 13_000, 1), new StaticFleet(1));

        assertThat(outcome.sequences())
                .extracting(one -> (double) Math.round(one.firstTokenSeconds()))
                .containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void givesTheFirstTokenWhereTheStepThatIsUnderWayEnds() {
        FleetOutcome outcome = FleetRun.play(fleet(1, 1), alike(2, 0.11, 130, 1001), new StaticFleet(1));

        double began = 0.01;
        double alone = MODEL.secondsPerToken(1);
        double read = 0.11 + 0.01;
        double steps = Math.floor((read - began) / alone) + 1;
        assertThat(outcome.sequences().getLast().firstTokenSeconds() + 0.11)
                .isCloseTo(began + steps * alone, within(MODEL.stepSecondsPerSequence()));
    }

    @Test
    void letsWhatHasNoSlotWait() {
        FleetOutcome outcome = FleetRun.play(fleet(1, 1), alike(61, 0, 1, 1001), new StaticFleet(1));

        double full = 1000 * MODEL.secondsPerToken(60);
        assertThat(outcome.sequences().getLast().firstTokenSeconds()).isCloseTo(full, within(0.1));
    }

    @Test
    void paysForReplicasFromWhenTheyAreAskedFor() {
        FleetOutcome outcome = FleetRun.play(fleet(1, 2), alike(200, 1, 100, 10), new StaticFleet(2));

        assertThat(outcome.bill().coldStart()).isCloseTo(100, within(1e-6));
        assertThat(outcome.steps()).containsExactly(new ScalingStep(5, 1, 2));
        assertThat(outcome.bill().paid()).isCloseTo(2 * outcome.seconds() - 5, within(1e-6));
    }

    @Test
    void drainsBeforeItLetsGo() {
        FleetScaler shrinking = seen -> seen.at().getEpochSecond() < 10 ? 2 : 1;

        FleetOutcome outcome = FleetRun.play(fleet(1, 2).beginning(2), alike(40, 0.2, 100, 2000), shrinking);

        assertThat(outcome.sequences()).allMatch(Sequence::isEnded);
        assertThat(outcome.bill().drain()).isPositive();
    }

    @Test
    void playsTheSameRunAgain() {
        FleetOutcome one = FleetRun.play(fleet(3, 8), Ramp.draw(1), law());
        FleetOutcome other = FleetRun.play(fleet(3, 8), Ramp.draw(1), law());

        assertThat(other.bill()).isEqualTo(one.bill());
        assertThat(other.steps()).isEqualTo(one.steps());
        assertThat(other.attained()).isEqualTo(one.attained());
    }

    private static FleetScaler law() {
        return new LawScaler(LawSettings.standard(new Bounds(3, 8), MODEL, Duration.ofSeconds(100)));
    }

    /** Not the figure that is quoted: that none is hopeless, and that ours is no worse than any at fewer replicas. */
    @Test
    void servesTheRampWithEveryLaw() {
        List<SimulatedRequest> ramp = Ramp.draw(7);
        Map<String, Supplier<FleetScaler>> others = Map.of(
                "hpa", () -> new HpaOnWaiting(3, 5),
                "keda", () -> new KedaLag(3),
                "kpa", () -> new Kpa(60),
                "llm-d", () -> new LlmdSloAware(3),
                "dynamo", () -> new DynamoLoadLoop(3, MODEL),
                "clairvoyant", () -> Clairvoyant.of(ramp, List.of(INTERACTIVE), MODEL, Duration.ofSeconds(100), 1));

        FleetOutcome ours = FleetRun.play(fleet(3, 8), ramp, law());

        assertThat(ours.sloAttained()).isGreaterThan(0.95);
        assertThat(ours.averageReplicas()).isLessThan(5.2);
        others.forEach((name, scaler) -> {
            FleetOutcome other = FleetRun.play(fleet(3, 8), ramp, scaler.get());
            assertThat(other.sequences()).as(name).allMatch(Sequence::isEnded);
            assertThat(other.averageReplicas()).as(name).isBetween(3.0, 8.0);
            assertThat(other.sloAttained(0)).as(name).isEqualTo(other.sloAttained());
            assertThat(other.goodputPerReplicaHour()).as(name).isPositive();
        });
    }

    @Test
    void meetsDeadlinesOfBatchWorkAndGoesToZero() {
        List<SimulatedRequest> jobs = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            jobs.add(new SimulatedRequest(i, 0, 500, 800 + i, 0, List.of(), 1200, 1000));
        }
        LawSettings batch = LawSettings.batch(new Bounds(0, 20), 0.5, MODEL, Duration.ofSeconds(100));

        FleetOutcome outcome = FleetRun.play(fleet(0, 20), jobs, new LawScaler(batch));

        assertThat(outcome.misses()).isZero();
        assertThat(outcome.averageReplicas()).isLessThan(2.5);
    }

    @Property(tries = 30)
    boolean endsWhateverComes(
            @ForAll @IntRange(min = 1, max = 300) int count,
            @ForAll @IntRange(min = 1, max = 20_000) int input,
            @ForAll @IntRange(min = 1, max = 3000) int output,
            @ForAll @IntRange(max = 3) int every) {
        FleetOutcome outcome = FleetRun.play(fleet(1, 4), alike(count, every, input, output), law());
        return outcome.sequences().size() == count
                && outcome.sequences().stream().allMatch(Sequence::isEnded);
    }
}
