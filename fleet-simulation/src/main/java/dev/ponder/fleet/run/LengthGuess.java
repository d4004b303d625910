package dev.ponder.fleet.run;

/** How long an answer of a class is expected to be: the mean of those that ended, from a first guess that fades. */
final class LengthGuess {

    private static final double FIRST_GUESS = 500;
    private static final double FIRST_WEIGHT = 5;
    private static final double FADES = 0.995;

    private double tokens = FIRST_GUESS * FIRST_WEIGHT;
    private double weight = FIRST_WEIGHT;

    void ended(int outputTokens) {
        tokens = tokens * FADES + outputTokens;
        weight = weight * FADES + 1;
    }

    double mean() {
        return tokens / weight;
    }
}
