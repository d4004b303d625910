package dev.ponder.fleet.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class RampTest {

    private static final double SECONDS = 2430;

    @Property(tries = 50)
    void asksForTheRateThatItIsGiven(
            @ForAll long seed, @ForAll @DoubleRange(min = 4, max = 40) double requestsPerSecond) {
        List<SimulatedRequest> requests = Ramp.withMean(requestsPerSecond, seed);

        // Poisson: six standard deviations of the count.
        double expected = requestsPerSecond * SECONDS;
        assertThat((double) requests.size()).isCloseTo(expected, within(6 * Math.sqrt(expected)));
    }

    @Property(tries = 20)
    boolean repeatsItselfBySeed(@ForAll long seed) {
        return Ramp.withMean(2, seed).equals(Ramp.withMean(2, seed));
    }
}
