package dev.ponder.triton.client.profile;

import dev.ponder.triton.client.generation.FinishReason;
import dev.ponder.triton.wire.ModelInferResponse;

/** Makes one stream of whole-character pieces of a generation's messages, whatever the profile. One thread. */
public interface OutputReader {

    /**
     * What is new in a message.
     *
     * @param text whole characters, may be empty
     * @param tokens how many tokens it took
     */
    record Piece(String text, int tokens) {

        static final Piece NOTHING = new Piece("", 0);

        /** Whether nothing came. */
        public boolean isEmpty() {
            return tokens == 0 && text.isEmpty();
        }
    }

    /** Takes a message, gives what is new in it, which may be nothing. */
    Piece accept(ModelInferResponse response) throws UnreadableOutputException;

    /** Gives what was held back, at the end. */
    Piece finish();

    /** How many tokens the answer has, what was generated before it counted as if it were one generation. */
    int completionTokens();

    /** Why the engine stopped, as far as it is known after the last message. */
    FinishReason finishReason();
}
