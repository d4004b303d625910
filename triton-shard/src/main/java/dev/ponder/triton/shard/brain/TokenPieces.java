package dev.ponder.triton.shard.brain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts text as a byte-pair tokeniser roughly would: short word parts with their space, digits and ideographs one by one. Pure. */
public final class TokenPieces {

    private static final Pattern PIECE = Pattern.compile(" ?[A-Za-z]{1,6}|\\d|\\s+|\\p{IsHan}|.", Pattern.DOTALL);

    private TokenPieces() {}

    /** Gives the pieces; joined they are the text. */
    public static List<String> split(String text) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(text);
        while (matcher.find()) {
            pieces.add(matcher.group());
        }
        return pieces;
    }

    /** Says how many pieces a text has. */
    public static int count(String text) {
        return split(text).size();
    }
}
