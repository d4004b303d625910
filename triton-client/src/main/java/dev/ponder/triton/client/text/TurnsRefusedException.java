package dev.ponder.triton.client.text;

/**
 * The model's chat template takes no such turns, as some take no system turn or want user and assistant to alternate. No retry helps. The
 * message quotes the template at most, never the turns.
 */
public final class TurnsRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int MOST_CHARACTERS = 200;

    TurnsRefusedException(String reason) {
        super("The model's chat template refuses these turns: " + shortened(reason));
    }

    private static String shortened(String reason) {
        return reason.length() <= MOST_CHARACTERS ? reason : reason.substring(0, MOST_CHARACTERS) + "...";
    }
}
