package dev.ponder.bench.honesty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static Lived whole(double seconds) {
        return new Lived(0.01, 0.1, seconds);
    }

    @Test
    void takesTheErrorOverWhatIsReal() {
        Comparison comparison = new Comparison(0.7, List.of(whole(2), whole(4)), List.of(whole(1.9), whole(5)));

        double median = comparison.error(Lived::whole, Comparison.P50);

        assertThat(median).isCloseTo(0.05, within(1e-9));
        assertThat(comparison.error(Lived::whole, Comparison.P99)).isCloseTo(0.25, within(1e-9));
        assertThat(comparison.error(Lived::firstWords, Comparison.P99)).isZero();
    }

    @Test
    void setsTheSameRequestsOfBothWorldsAgainstEachOther() {
        Comparison crossed = new Comparison(0.7, List.of(whole(2), whole(4)), List.of(whole(4), whole(2)));

        double most = crossed.longer(Lived::whole).max();

        assertThat(crossed.error(Lived::whole, Comparison.P99)).isZero();
        assertThat(most).isEqualTo(2);
    }

    @Test
    void refusesWorldsOfDifferentRequests() {
        assertThatThrownBy(() -> new Comparison(0.7, List.of(whole(1)), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void livesThroughEachRequestInTheOrderInWhichItWasAsked() {
        List<Asked> asked = new Demand("a", 200, 0.9).draw(1);

        List<Lived> lived = SimulatedHouse.asShipped(asked);

        assertThat(lived).hasSameSizeAs(asked).isEqualTo(SimulatedHouse.asShipped(asked));
        for (int i = 0; i < asked.size(); i++) {
            double least = asked.get(i).promptTokens() / SmallFleet.GPU.prefillTokensPerSecond()
                    + asked.get(i).tokens() * SmallFleet.GPU.secondsPerToken(1);
            assertThat(lived.get(i).whole()).isGreaterThan(least - 1e-6);
        }
    }

    @Test
    void neverWaitsInAShardWhereItIsBoundLate() {
        List<Asked> asked = new Demand("a", 200, 0.9).draw(1);

        List<Lived> late = SimulatedHouse.boundLate(asked);

        double readingBefore = 8 * 700 / SmallFleet.GPU.prefillTokensPerSecond();
        double twoSteps = 2 * SmallFleet.GPU.secondsPerToken(8);
        assertThat(late).allMatch(one -> one.firstWords() - one.waited() <= readingBefore + twoSteps);
    }
}
