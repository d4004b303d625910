package dev.ponder.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplayTest {

    @Test
    void playsASeedTheSameEachTime() {
        SimulatedRun first = Simulation.play(42);

        SimulatedRun again = Simulation.play(42);

        assertThat(again).isEqualTo(first);
    }

    @Test
    void playsAnotherSeedOtherwise() {
        SimulatedRun first = Simulation.play(42);

        SimulatedRun other = Simulation.play(43);

        assertThat(other.digest()).isNotEqualTo(first.digest());
    }
}
