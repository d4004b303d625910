package dev.ponder.reasoner.repetition;

/**
 * Says that a text ends in one piece over and over. Pure.
 *
 * @param leastTimes how often the piece must stand there, without anything between
 * @param leastCharacters how long all of it together must be: short refrains are no fault
 * @param longestPiece the longest piece that is looked for
 */
public record RepetitionRule(int leastTimes, int leastCharacters, int longestPiece) {

    /**
     * Wide of what honest answers do: a table's rules, a row of zeros or a refrain are shorter, while a model that is caught in a loop
     * comes to these 2,400 characters within some 800 tokens.
     */
    public static final RepetitionRule STANDARD = new RepetitionRule(8, 1_600, 300);

    public RepetitionRule {
        if (leastTimes < 2 || leastCharacters < 1 || longestPiece < 1) {
            throw new IllegalArgumentException("leastTimes is below 2, or leastCharacters or longestPiece is below 1: "
                    + leastTimes + ", " + leastCharacters + ", " + longestPiece);
        }
    }

    /** Whether the end of the text repeats itself; looks at the end alone, in time linear in what it looks at. */
    public boolean holds(CharSequence text) {
        int[] matches = matches(text, Math.min(text.length(), window()));
        for (int piece = 1; piece <= longestPiece && piece < matches.length; piece++) {
            if (piece + matches[piece] >= needed(piece)) {
                return true;
            }
        }
        return false;
    }

    private int needed(int piece) {
        return Math.max(leastTimes * piece, leastCharacters);
    }

    private int window() {
        return needed(longestPiece);
    }

    /**
     * For each distance from the end, how many characters before that place are those before the end (the Z function of the
     * reversed text). A piece of length p ends the text repeatedly as far as p and its match reach.
     */
    private static int[] matches(CharSequence text, int length) {
        int[] matches = new int[length];
        int left = 0;
        int right = 0;
        for (int i = 1; i < length; i++) {
            int match = i < right ? Math.min(right - i, matches[i - left]) : 0;
            while (i + match < length && fromEnd(text, match) == fromEnd(text, i + match)) {
                match++;
            }
            matches[i] = match;
            if (i + match > right) {
                left = i;
                right = i + match;
            }
        }
        return matches;
    }

    private static char fromEnd(CharSequence text, int index) {
        return text.charAt(text.length() - 1 - index);
    }
}
