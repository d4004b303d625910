package dev.ponder.triton.shard.brain.symbolic;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.matheclipse.core.eval.ExprEvaluator;
import org.matheclipse.core.interfaces.IExpr;

/** The computer-algebra library behind one lock, since its evaluator serves one thread at a time. */
final class Algebra {

    private static final long LIMIT_SECONDS = 8;
    private static final short NO_HISTORY = 1;

    private final ExprEvaluator evaluator = new ExprEvaluator(true, NO_HISTORY);

    /** Evaluates; gives nothing where the library can't or takes too long. */
    synchronized Optional<IExpr> evaluate(String expression) {
        try {
            IExpr result = evaluator.evaluateWithTimeout(expression, LIMIT_SECONDS, TimeUnit.SECONDS, true, null);
            return Optional.ofNullable(result).filter(found -> isValue(found.toString()));
        } catch (RuntimeException unreadable) {
            // The library throws many kinds for what it can't parse; to us they all mean that it can't.
            return Optional.empty();
        }
    }

    /** Evaluates to text, in the notation that people read. */
    Optional<String> text(String expression) {
        return evaluate(expression).map(Algebra::shown);
    }

    /** The parts of an expression as it was written, not evaluated. */
    synchronized Optional<IExpr> parse(String expression) {
        try {
            return Optional.ofNullable(evaluator.parse(expression));
        } catch (RuntimeException unreadable) {
            // As above.
            return Optional.empty();
        }
    }

    static String shown(IExpr value) {
        return value.toString()
                .replace("Sin(", "sin(")
                .replace("Cos(", "cos(")
                .replace("Tan(", "tan(")
                .replace("Log(", "ln(")
                .replace("Sqrt(", "sqrt(")
                .replace("Infinity", "infinity")
                .replace("Pi", "pi")
                .replaceAll("\\bE\\b", "e");
    }

    private static boolean isValue(String text) {
        return !text.contains("$Aborted")
                && !text.contains("Integrate(")
                && !text.contains("Limit(")
                && !text.contains("Solve(")
                && !text.contains("Indeterminate")
                && !text.contains("ComplexInfinity");
    }
}
