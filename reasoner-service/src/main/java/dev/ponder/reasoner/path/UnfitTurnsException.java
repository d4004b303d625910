package dev.ponder.reasoner.path;

import dev.ponder.triton.client.text.TurnsRefusedException;

/** The model's chat template takes no such turns, at no delivery and on no shard. Its message quotes none of them. */
public final class UnfitTurnsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says why. */
    public UnfitTurnsException(String why) {
        super(why);
    }

    UnfitTurnsException(TurnsRefusedException refused) {
        super(refused.getMessage(), refused);
    }
}
