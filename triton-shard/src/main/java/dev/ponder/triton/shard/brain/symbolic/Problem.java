package dev.ponder.triton.shard.brain.symbolic;

import java.util.List;

/** What a question asks to be computed, in the algebra system's own notation. */
sealed interface Problem {

    /** The formulas that were read out of the question; what they repeat of it they repeat once. */
    List<String> formulas();

    /** The value of an expression without unknowns. */
    record Arithmetic(String expression) implements Problem {
        @Override
        public List<String> formulas() {
            return List.of(expression);
        }
    }

    /**
     * Another form of an expression.
     *
     * @param function Factor, Expand or Simplify
     */
    record Transform(String function, String expression) implements Problem {
        @Override
        public List<String> formulas() {
            return List.of(expression);
        }
    }

    /** The unknowns of one equation or several, each {@code left==right}. */
    record Equations(List<String> equations) implements Problem {
        public Equations {
            equations = List.copyOf(equations);
        }

        @Override
        public List<String> formulas() {
            return equations;
        }
    }

    /** The derivative by {@code variable}. */
    record Derivative(String expression, String variable) implements Problem {
        @Override
        public List<String> formulas() {
            return List.of(expression);
        }
    }

    /** The integral over {@code variable}; without bounds where they are empty. */
    record Integral(String expression, String variable, String from, String to) implements Problem {
        @Override
        public List<String> formulas() {
            return List.of(expression, from, to);
        }
    }

    /** The limit as {@code variable} goes to {@code point}. */
    record Limit(String expression, String variable, String point) implements Problem {
        @Override
        public List<String> formulas() {
            return List.of(expression, point);
        }
    }
}
