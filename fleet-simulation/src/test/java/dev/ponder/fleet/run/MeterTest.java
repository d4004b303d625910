package dev.ponder.fleet.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.fleet.scaler.FleetScaler;
import dev.ponder.fleet.scaler.StaticFleet;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.Objective;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MeterTest {

    private static final ReplicaModel MODEL = new ReplicaModel(10, 1000, 0.01, 0);
    private static final Objective WITHIN_2_SECONDS =
            new Objective("interactive", Duration.ofSeconds(2), Duration.ofMillis(100));
    private static final int MOST = 6;

    private static FleetSettings fleet(int begin) {
        return new FleetSettings(
                MODEL,
                1,
                MOST,
                begin,
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                List.of(WITHIN_2_SECONDS),
                Double.POSITIVE_INFINITY);
    }

    private static List<SimulatedRequest> drawn(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SimulatedRequest> requests = new ArrayList<>();
        double at = 0;
        for (int i = 0; i < count; i++) {
            at += random.nextExponential();
            requests.add(SimulatedRequest.interactive(
                    i, at, 1 + random.nextInt(1500), 1 + random.nextInt(2000), 0, List.of()));
        }
        return requests;
    }

    /** Asks for any number of replicas, another every time. */
    private static FleetScaler restless(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return _ -> 1 + random.nextInt(MOST);
    }

    @Property(tries = 200)
    void splitsWhatWasPaidIntoUseAndCausesWhateverTheScalerDoes(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int count) {
        List<SimulatedRequest> requests = drawn(seed, count);

        Bill bill = FleetRun.play(fleet(2), requests, restless(seed)).bill();

        assertThat(bill.coldStart() + bill.drain() + bill.holdDown() + bill.headroom())
                .isCloseTo(bill.idle(), within(1e-6));
        assertThat(List.of(bill.used(), bill.coldStart(), bill.drain(), bill.holdDown(), bill.headroom()))
                .allMatch(part -> part > -1e-6);
    }

    /** Use is also what the sequences themselves say, and pay what the steps say: both without the meter. */
    @Property(tries = 200)
    void countsAsUsedTheSlotsOfAllSequences(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int count) {
        List<SimulatedRequest> requests = drawn(seed, count);

        FleetOutcome outcome = FleetRun.play(fleet(2), requests, restless(seed));

        double slotSeconds = outcome.sequences().stream()
                .mapToDouble(one -> one.endedAt() - one.boundAt())
                .sum();
        assertThat(outcome.bill().used()).isCloseTo(slotSeconds / MODEL.slots(), within(1e-6));
    }

    @Property(tries = 200)
    void paysAStaticFleetForAllItsTime(@ForAll long seed, @ForAll @IntRange(min = 1, max = MOST) int replicas) {
        List<SimulatedRequest> requests = drawn(seed, 50);

        FleetOutcome outcome = FleetRun.play(fleet(replicas), requests, new StaticFleet(replicas));

        assertThat(outcome.bill().paid()).isCloseTo(replicas * outcome.seconds(), within(1e-6));
        assertThat(outcome.bill().coldStart()).isZero();
        assertThat(outcome.bill().drain()).isZero();
    }

    @Test
    void saysThatWholeReplicasBeyondTheWorkAreHeld() {
        List<SimulatedRequest> one = List.of(SimulatedRequest.interactive(0, 0, 1000, 900, 0, List.of()));

        Bill bill = FleetRun.play(fleet(3), one, new StaticFleet(3)).bill();

        assertThat(bill.paid()).isCloseTo(30, within(1e-6));
        assertThat(bill.used()).isCloseTo(1, within(1e-6));
        assertThat(bill.holdDown()).isCloseTo(20, within(1e-6));
        assertThat(bill.headroom()).isCloseTo(9, within(1e-6));
    }

    @Test
    void saysThatReplicasAreNeededForUnreadPromptsToo() {
        List<SimulatedRequest> prompts = IntStream.range(0, 3)
                .mapToObj(i -> SimulatedRequest.interactive(i, 0, 2000, 1, 0, List.of()))
                .toList();

        Bill bill = FleetRun.play(fleet(3), prompts, new StaticFleet(3)).bill();

        // After two seconds of reading each, a step of 10 ms gives the only token; then one replica would do.
        assertThat(bill.holdDown()).isCloseTo(2 * 0.01, within(1e-6));
        assertThat(bill.headroom()).isCloseTo(3 * 2 * 0.9 + 0.7 * 0.01, within(1e-6));
    }

    @Test
    void saysWhatDrainingReplicasHaveToSpare() {
        List<SimulatedRequest> two = IntStream.range(0, 2)
                .mapToObj(i -> SimulatedRequest.interactive(i, 0, 1000, 1400, 0, List.of()))
                .toList();
        FleetScaler shrinking = seen -> seen.at().getEpochSecond() < 10 ? 2 : 1;

        Bill bill = FleetRun.play(fleet(2), two, shrinking).bill();

        assertThat(bill.paid()).isCloseTo(30, within(1e-6));
        assertThat(bill.used()).isCloseTo(3, within(1e-6));
        assertThat(bill.drain()).isCloseTo(5 * 0.9, within(1e-6));
    }

    @Test
    void refusesABillWhosePartsAreNotAllOfIt() {
        assertThatThrownBy(() -> new Bill(10, 5, 1, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parts");
    }

    @Property
    boolean needsNoFewerReplicasForMore(
            @ForAll @IntRange(max = 1000) int sequences,
            @ForAll @IntRange(max = 100_000) int promptTokens,
            @ForAll @IntRange(max = 100) int more) {
        Need need = Need.of(fleet(1));
        int replicas = need.replicas(sequences, promptTokens);
        return need.replicas(sequences + more, promptTokens) >= replicas
                && need.replicas(sequences, promptTokens + more) >= replicas
                && replicas * MODEL.slots() >= sequences;
    }
}
