package dev.ponder.reasoner.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.chain.ChainStep;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChainStepsTest {

    @Test
    void makesALineAStep() {
        List<ChainStep> steps = ChainSteps.of("\nfirst\n\n second \n", 10, String::length);

        assertThat(steps).containsExactly(new ChainStep("first", 5), new ChainStep("second", 6));
    }

    @Property
    boolean keepsNoMoreThanAskedAndAlwaysTheLast(@ForAll String thought, @ForAll @IntRange(min = 1, max = 5) int most) {
        List<ChainStep> all = ChainSteps.of(thought, 1_000_000, String::length);
        List<ChainStep> kept = ChainSteps.of(thought, most, String::length);
        return kept.size() == Math.min(most, all.size())
                && (all.isEmpty() || kept.getLast().equals(all.getLast()));
    }
}
