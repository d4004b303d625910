package dev.ponder.triton.shard.brain.symbolic;

import java.util.List;

/**
 * A problem solved.
 *
 * @param steps what was done, in order
 * @param answer the answer
 */
record Solution(List<String> steps, String answer) {

    Solution {
        steps = List.copyOf(steps);
    }

    /** The text of a reasoning model that thought exactly this. */
    String text() {
        return "<think>\n" + String.join("\n", steps) + "\n</think>\nThe answer is \\boxed{" + answer + "}.";
    }
}
