package dev.ponder.reasoner.path;

import dev.ponder.contracts.chain.Chain;
import dev.ponder.reasoner.answer.CanonicalAnswer;
import dev.ponder.reasoner.steps.ChainSteps;
import java.util.function.ToIntFunction;

/** The text of one chain as it grows, thought and answer apart. Written by one thread at a time. */
final class ChainText {

    private final StringBuilder thought = new StringBuilder();
    private final StringBuilder answer = new StringBuilder();

    void add(boolean isThought, String text) {
        (isThought ? thought : answer).append(text);
    }

    /** The chain, with at most so many steps. */
    Chain chain(int mostSteps, ToIntFunction<String> tokens) {
        String written = answer.toString().strip();
        return new Chain(ChainSteps.of(thought.toString(), mostSteps, tokens), written, CanonicalAnswer.of(written));
    }

    int thoughtTokens(ToIntFunction<String> tokens) {
        return thought.isEmpty() ? 0 : tokens.applyAsInt(thought.toString());
    }
}
