package dev.ponder.reasoner.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.chain.ChainStep;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

final class ChainStepsTest {

    @Test
    void makesAStepOfEachLineThatSaysSomething() {
        List<ChainStep> steps = ChainSteps.of("  first \n\n \nlast\r\n", 10, String::length);
        assertThat(steps).containsExactly(new ChainStep("first", 5), new ChainStep("last", 4));
    }

    @Test
    void makesNoneOfNothing() {
        assertThat(ChainSteps.of("", 1, String::length)).isEmpty();
    }

    @Property
    void keepsAtMostSoManyAndAlwaysTheLast(
            @ForAll @NotEmpty List<@AlphaChars @NotEmpty String> lines, @ForAll @IntRange(min = 1, max = 8) int most) {
        List<String> kept = ChainSteps.of(String.join("\n", lines), most, String::length).stream()
                .map(ChainStep::text)
                .toList();

        assertThat(kept).hasSize(Math.min(lines.size(), most));
        assertThat(kept.getLast()).isEqualTo(lines.getLast());
        assertThat(kept.subList(0, kept.size() - 1)).isEqualTo(lines.subList(0, kept.size() - 1));
    }

    @Property
    void takesAnyText(@ForAll String thought, @ForAll @IntRange(min = 1, max = 5) int most) {
        List<ChainStep> all = ChainSteps.of(thought, 1_000_000, String::length);

        List<ChainStep> kept = ChainSteps.of(thought, most, String::length);

        assertThat(kept).hasSize(Math.min(most, all.size()));
        assertThat(all.isEmpty() || kept.getLast().equals(all.getLast())).isTrue();
    }
}
