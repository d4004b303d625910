package dev.ponder.triton.client.profile;

import dev.ponder.triton.wire.ModelInferResponse;

/** Makes one stream of whole-character deltas of a generation's messages, whatever the profile. One thread. */
public interface OutputReader {

    /** Takes a message, gives the new text in it, which may be none. */
    String accept(ModelInferResponse response) throws UnreadableOutputException;

    /** Gives what was held back, at the end. */
    String finish();

    /** How many tokens came. */
    int completionTokens();

    /** Whether the token limit ended it. */
    boolean isCut();
}
