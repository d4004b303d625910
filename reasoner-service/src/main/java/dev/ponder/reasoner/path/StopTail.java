package dev.ponder.reasoner.path;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Holds back what could become one of the stop texts: an engine that goes on from half of one would not know it by the other half. One
 * chain's; one thread at a time.
 */
final class StopTail {

    /** Text that is clear, and the tokens that all their text is clear of. */
    record Piece(String text, int tokens) {}

    private record Delta(long end, int tokens) {}

    private final List<String> stops;
    private final Deque<Delta> deltas = new ArrayDeque<>();
    private String held = "";
    private long length;
    /** Tokens that made no whole character yet. */
    private int wordless;

    StopTail(List<String> stops) {
        this.stops = stops;
    }

    /** Takes a delta, gives what is clear. */
    Piece accept(String delta, int tokens) {
        wordless += tokens;
        if (delta.isEmpty()) {
            return new Piece("", 0);
        }
        length += delta.length();
        deltas.add(new Delta(length, wordless));
        wordless = 0;
        String text = held + delta;
        int clear = clearLength(text);
        held = text.substring(clear);
        return new Piece(text.substring(0, clear), clearTokens());
    }

    /** What is clear must not end in half of a stop text itself: another draw from there may bring the other half. */
    private int clearLength(String text) {
        int clear = text.length();
        int half = overlap(text);
        while (half > 0) {
            clear -= half;
            half = overlap(text.substring(0, clear));
        }
        return clear;
    }

    private int clearTokens() {
        int tokens = 0;
        while (!deltas.isEmpty() && deltas.getFirst().end() <= length - held.length()) {
            tokens += deltas.removeFirst().tokens();
        }
        return tokens;
    }

    /** Gives what was held back; no stop text came of it. */
    Piece finish() {
        String rest = held;
        held = "";
        int tokens = clearTokens() + wordless;
        wordless = 0;
        return new Piece(rest, tokens);
    }

    /** Lets go of what was held back: it will be generated again. */
    void rewind() {
        length -= held.length();
        held = "";
        deltas.clear();
        wordless = 0;
    }

    private int overlap(String text) {
        int longest = 0;
        for (String stop : stops) {
            for (int size = Math.min(stop.length() - 1, text.length()); size > longest; size--) {
                if (text.endsWith(stop.substring(0, size))) {
                    longest = size;
                }
            }
        }
        return longest;
    }
}
