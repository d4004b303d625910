package dev.ponder.reasoner.steps;

import dev.ponder.contracts.chain.ChainStep;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Cuts a thought into steps, a line each. Pure. */
public final class ChainSteps {

    private ChainSteps() {}

    /**
     * Makes the steps.
     *
     * @param most how many steps are kept: the first ones, and always the last, which holds the conclusion
     * @param tokens counts the tokens of a text
     */
    public static List<ChainStep> of(String thought, int most, ToIntFunction<String> tokens) {
        List<String> lines = thought.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        List<String> kept = new ArrayList<>(lines.subList(0, Math.min(lines.size(), most)));
        if (lines.size() > most) {
            kept.set(most - 1, lines.getLast());
        }
        return kept.stream()
                .map(line -> new ChainStep(line, tokens.applyAsInt(line)))
                .toList();
    }
}
