package dev.ponder.autoscaler.actuation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.scaling.observation.Reading;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class DeletionCostsTest {

    @Property
    void takeWhoHoldsLessBeforeWhoHoldsMore(
            @ForAll @DoubleRange(min = 0, max = 1e12) double one,
            @ForAll @DoubleRange(min = 0, max = 1e12) double other) {
        Map<String, Integer> costs = DeletionCosts.of(Map.of("one", Reading.of(one), "other", Reading.of(other)));

        assertThat(Integer.compare(cost(costs, "one"), cost(costs, "other")) * Double.compare(one, other))
                .isNotNegative();
        assertThat(costs.values()).allSatisfy(cost -> assertThat(cost).isBetween(0, Integer.MAX_VALUE - 1));
    }

    @Example
    void spareWhoDoesNotSay() {
        Map<String, Integer> costs = DeletionCosts.of(
                Map.of("full", Reading.of(1e300), "mute", Reading.missing("no page"), "odd", Reading.of(Double.NaN)));

        assertThat(cost(costs, "mute")).isGreaterThan(cost(costs, "full"));
        assertThat(cost(costs, "odd")).isGreaterThan(cost(costs, "full"));
    }

    private static int cost(Map<String, Integer> costs, String replica) {
        return costs.getOrDefault(replica, -1);
    }
}
