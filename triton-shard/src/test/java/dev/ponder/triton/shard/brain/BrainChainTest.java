package dev.ponder.triton.shard.brain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrainChainTest {

    private static final String ASKED = "<|im_start|>user\nSay tokens=12<|im_end|>\n<|im_start|>assistant\n";

    static Stream<Brain> brains() {
        Brain recorded =
                new RecordedBrain(Map.of("Say tokens=12", List.of("no</think> answer 1", "so</think> answer 2")));
        return Stream.of(new SyntheticBrain(10, 0, 0.5, 1), recorded, new BrainChain(List.of()));
    }

    static Stream<Brain> thinkers() {
        return Stream.of(new SyntheticBrain(10, 0, 0.5, 1), new BrainChain(List.of()));
    }

    @ParameterizedTest
    @MethodSource("brains")
    void goesOnFromWhereverThePromptEnds(Brain brain) {
        BrainChain chain = new BrainChain(List.of(brain));
        Script whole = script(chain, ASKED);

        IntStream.range(1, whole.text().length()).forEach(cut -> {
            String begun = whole.text().substring(0, cut);
            Script left = script(chain, ASKED + begun);
            assertThat(begun + left.text()).isEqualTo(whole.text());
            assertThat(left.tokens()).hasSizeLessThanOrEqualTo(whole.tokens().size());
        });
    }

    @ParameterizedTest
    @MethodSource("brains")
    void saysByOneTokenThatNothingIsLeft(Brain brain) {
        BrainChain chain = new BrainChain(List.of(brain));
        Script whole = script(chain, ASKED);

        assertThat(script(chain, ASKED + whole.text()).tokens()).containsExactly("");
    }

    @ParameterizedTest
    @MethodSource("thinkers")
    void opensNoThoughtThatTheTemplateHasOpened(Brain brain) {
        BrainChain chain = new BrainChain(List.of(brain));
        Script whole = script(chain, ASKED);
        String begun = whole.text().substring(0, 12);

        assertThat(script(chain, ASKED + "<think>\n" + begun).text())
                .isEqualTo(whole.text().substring(12));
    }

    private static Script script(Brain brain, String prompt) {
        return brain.think(new Prompt(prompt, 7)).orElseThrow();
    }
}
