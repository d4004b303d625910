package dev.ponder.triton.shard.brain;

import dev.ponder.triton.shard.brain.symbolic.Mathematician;
import java.util.Optional;

/**
 * Computes: arithmetic, fractions, percentages, equations, systems, derivatives, integrals, limits, in English and Chinese. Says
 * nothing where it can't read or solve a question.
 */
public final class SymbolicBrain implements Brain {

    private final Mathematician mathematician;

    private SymbolicBrain(Mathematician mathematician) {
        this.mathematician = mathematician;
    }

    /** Makes a brain and lets it load its rules on a thread of its own, so that the first question does not wait for all. */
    public static SymbolicBrain warm() {
        Mathematician mathematician = new Mathematician();
        Thread.ofPlatform().name("warm-up").daemon().start(() -> mathematician.solve("integral of x^2 from 0 to 1"));
        return new SymbolicBrain(mathematician);
    }

    @Override
    public Optional<Script> think(Prompt prompt) {
        return mathematician.solve(prompt.question()).map(Script::ofText);
    }
}
