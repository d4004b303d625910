package dev.ponder.triton.client.jinja;

import java.util.List;

/** How much one rendering may do, so that a template that came with a model can't hold a thread or the memory. One rendering's. */
final class Budget {

    /** Far above what any conversation takes. */
    static final int MOST_STEPS = 5_000_000;

    static final int MOST_CHARACTERS = 32 << 20;
    static final int MOST_ITEMS = 1 << 20;
    static final int MOST_DEPTH = 100;

    private int steps;
    private int depth;

    /** One more expression is evaluated. */
    void step() {
        if (++steps > MOST_STEPS) {
            throw new JinjaException("the template takes more than " + MOST_STEPS + " steps");
        }
    }

    void enterCall() {
        if (++depth > MOST_DEPTH) {
            throw new JinjaException("macros call each other more than " + MOST_DEPTH + " deep");
        }
    }

    void leaveCall() {
        depth--;
    }

    static void requireRoom(long characters) {
        if (characters > MOST_CHARACTERS) {
            throw new JinjaException("a text of more than " + MOST_CHARACTERS + " characters");
        }
    }

    static void requireItems(long items) {
        if (items > MOST_ITEMS) {
            throw new JinjaException("a list of more than " + MOST_ITEMS + " items");
        }
    }

    /** A list that is short enough. */
    static List<Object> checked(List<Object> items) {
        requireItems(items.size());
        return items;
    }
}
