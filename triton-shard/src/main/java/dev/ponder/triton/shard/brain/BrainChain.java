package dev.ponder.triton.shard.brain;

import java.util.List;
import java.util.Optional;

/**
 * Asks one brain after another; where none knows anything, says so. Where the prompt begins the answer, only what is left of it is
 * said, as a model would go on.
 *
 * @param brains in the order in which they are asked
 */
public record BrainChain(List<Brain> brains) implements Brain {

    private static final String KNOWS_NOTHING =
            "<think>\nNone of this simulated shard's brains knows this kind of question.\n</think>\n"
                    + "I cannot solve this: this is a simulated shard, not a language model.";

    public BrainChain {
        brains = List.copyOf(brains);
    }

    @Override
    public Optional<Script> think(Prompt prompt) {
        String begun = prompt.begun();
        return whole(prompt).map(script -> begun.isEmpty() ? script : script.after(begun));
    }

    private Optional<Script> whole(Prompt prompt) {
        return brains.stream()
                .map(brain -> brain.think(prompt))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> Optional.of(Script.ofText(KNOWS_NOTHING)));
    }
}
