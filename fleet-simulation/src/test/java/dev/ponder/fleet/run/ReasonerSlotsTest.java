package dev.ponder.fleet.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.fleet.gpu.Sequence;
import dev.ponder.fleet.scaler.StaticFleet;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.Objective;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonerSlotsTest {

    private static final ReplicaModel TWO_SLOTS = new ReplicaModel(2, 1_000, 0.01, 0.001);
    private static final Objective ANY = new Objective("any", Duration.ofMinutes(1), Duration.ofSeconds(1));

    private static FleetSettings fleet(int replicas) {
        return new FleetSettings(
                TWO_SLOTS, replicas, replicas, replicas, Duration.ZERO, Duration.ofSeconds(5), List.of(ANY), 1e9);
    }

    /** All at once, a token of prompt each. */
    private static List<SimulatedRequest> answers(int... tokens) {
        List<SimulatedRequest> requests = new ArrayList<>();
        for (int one : tokens) {
            requests.add(SimulatedRequest.interactive(requests.size(), 0, 1, one, 0, List.of()));
        }
        return requests;
    }

    private static List<Sequence> play(int replicas, Binding binding, List<SimulatedRequest> requests) {
        return FleetRun.play(fleet(replicas), requests, new StaticFleet(replicas), binding)
                .sequences();
    }

    @Test
    void leavesInTheQueueWhatNoReasonerHasASlotFor() {
        List<Sequence> sequences = play(2, Binding.ofReasoners(3, 100), answers(50, 60, 70, 50));

        double firstEnd =
                sequences.stream().mapToDouble(Sequence::endedAt).min().orElseThrow();
        assertThat(sequences.subList(0, 3)).allMatch(one -> one.boundAt() == 0);
        assertThat(sequences.getLast().boundAt()).isCloseTo(firstEnd, within(1e-9));
    }

    @Test
    void letsWhatIsBoundToAFullReplicaWaitThereForASlot() {
        List<Sequence> sequences = play(1, Binding.ofReasoners(3, 100), answers(50, 60, 10));

        Sequence last = sequences.getLast();
        assertThat(last.boundAt()).isZero();
        assertThat(last.firstTokenSeconds()).isGreaterThan(sequences.getFirst().endedAt());
        assertThat(sequences).allMatch(Sequence::isEnded);
    }

    @Test
    void choosesByWhatWasPromisedAndHasNotComeAndNotBySlots() {
        List<SimulatedRequest> requests = new ArrayList<>(answers(100, 1, 100));
        requests.add(SimulatedRequest.interactive(3, 0.9, 1, 100, 0, List.of()));
        requests.add(SimulatedRequest.interactive(4, 1.0, 1, 100, 0, List.of()));

        List<Sequence> shipped = play(2, Binding.ofReasoners(10, 100), requests);
        List<Sequence> late = play(2, Binding.late(fleet(2)), requests);

        // The full replica is nearly done with both of its own: less is left there than of the other's only one.
        assertThat(shipped.getLast().firstTokenSeconds())
                .isGreaterThan(shipped.getFirst().endedAt() - 1);
        assertThat(late.getLast().firstTokenSeconds()).isLessThan(0.1);
    }

    @Test
    void refusesReasonersWithoutSlots() {
        assertThatThrownBy(() -> Binding.ofReasoners(0, 100)).isInstanceOf(IllegalArgumentException.class);
    }
}
