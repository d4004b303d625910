package dev.ponder.triton.client.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells thought from answer in a stream of deltas: what stands between {@code <think>} and {@code </think>} is thought. Tags may be
 * cut anywhere; a text that could become a tag is held back until it is clear. One generation's; one thread.
 */
public final class ThinkSplitter {

    /** What begins a thought. */
    public static final String OPEN = "<think>";
    /** What ends it. */
    static final String CLOSE = "</think>";

    private final StringBuilder held = new StringBuilder();
    private boolean thinking;

    /**
     * Starts a text.
     *
     * @param startsInThought whether the chat template has opened the thought already, so that no opening tag will come
     */
    public ThinkSplitter(boolean startsInThought) {
        this.thinking = startsInThought;
    }

    /**
     * A piece of one kind.
     *
     * @param thought whether it is thought
     */
    public record Part(boolean thought, String text) {}

    /** Takes a delta, gives what is clear of it. */
    public List<Part> accept(String delta) {
        held.append(delta);
        List<Part> parts = new ArrayList<>();
        String tag = thinking ? CLOSE : OPEN;
        int at = held.indexOf(tag);
        while (at >= 0) {
            give(at, parts);
            held.delete(0, tag.length());
            thinking = !thinking;
            tag = thinking ? CLOSE : OPEN;
            at = held.indexOf(tag);
        }
        give(held.length() - overlap(tag), parts);
        return parts;
    }

    /** Gives what was held back; no tag will come of it. */
    public List<Part> finish() {
        List<Part> parts = new ArrayList<>();
        give(held.length(), parts);
        return parts;
    }

    private void give(int length, List<Part> parts) {
        if (length > 0) {
            parts.add(new Part(thinking, held.substring(0, length)));
            held.delete(0, length);
        }
    }

    /** How much of the end could be the beginning of the tag. */
    private int overlap(String tag) {
        int most = Math.min(tag.length() - 1, held.length());
        for (int length = most; length > 0; length--) {
            if (tag.startsWith(held.substring(held.length() - length))) {
                return length;
            }
        }
        return 0;
    }
}
