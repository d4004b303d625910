package dev.ponder.triton.shard.brain.symbolic;

import java.util.List;

/** What a question asks to be computed, in the algebra system's own notation. */
sealed interface Problem {

    /** The value of an expression without unknowns. */
    record Arithmetic(String expression) implements Problem {}

    /** The unknowns of one equation or several, each {@code left==right}. */
    record Equations(List<String> equations) implements Problem {
        public Equations {
            equations = List.copyOf(equations);
        }
    }

    /** The derivative by {@code variable}. */
    record Derivative(String expression, String variable) implements Problem {}

    /** The integral over {@code variable}; without bounds where they are empty. */
    record Integral(String expression, String variable, String from, String to) implements Problem {}

    /** The limit as {@code variable} goes to {@code point}. */
    record Limit(String expression, String variable, String point) implements Problem {}
}
