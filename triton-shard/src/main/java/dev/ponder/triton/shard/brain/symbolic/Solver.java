package dev.ponder.triton.shard.brain.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/** Solves problems with the algebra system, and notes each thing that it evaluates on the way. */
final class Solver {

    private static final Pattern VARIABLE = Pattern.compile("(?<![a-zA-Z])[a-z](?![a-zA-Z(])");
    private static final Pattern ASSIGNED = Pattern.compile("([a-z])->([^,{}]+(?:\\([^)]*\\))?)");
    private static final int MOST_STEPS = 12;

    private final Algebra algebra;

    Solver(Algebra algebra) {
        this.algebra = algebra;
    }

    Optional<Solution> solve(Problem problem) {
        return switch (problem) {
            case Problem.Arithmetic(String expression) -> arithmetic(expression);
            case Problem.Transform(String function, String expression) -> transform(function, expression);
            case Problem.Equations(List<String> equations) -> equations(equations);
            case Problem.Derivative(String expression, String variable) -> derivative(expression, variable);
            case Problem.Integral integral -> integral(integral);
            case Problem.Limit limit -> limit(limit);
        };
    }

    private Optional<Solution> arithmetic(String expression) {
        String exact = rational(expression);
        List<String> steps = new ArrayList<>(List.of("We need the value of " + expression + "."));
        algebra.parse(exact).ifPresent(tree -> parts(tree, steps));
        return algebra.text(exact).filter(value -> !value.equals(exact)).map(value -> {
            steps.add("So " + expression + " = " + value + ".");
            return new Solution(steps, value);
        });
    }

    private Optional<Solution> transform(String function, String expression) {
        return algebra.text(function + "(" + expression + ")").map(form -> {
            List<String> steps =
                    List.of(function + " the expression " + expression + ".", "Its other form is " + form + ".");
            return new Solution(steps, form);
        });
    }

    /** Decimals as fractions, so that nothing is rounded. */
    private static String rational(String expression) {
        return Pattern.compile("\\d+\\.\\d+").matcher(expression).replaceAll(decimal -> {
            String text = decimal.group();
            int digits = text.length() - text.indexOf('.') - 1;
            return "(" + text.replace(".", "") + "/1" + "0".repeat(digits) + ")";
        });
    }

    private void parts(IExpr tree, List<String> steps) {
        if (tree instanceof IAST node && !isPlainFraction(node)) {
            node.forEach(part -> parts(part, steps));
            boolean room = steps.size() < MOST_STEPS && !node.isPower();
            algebra.text(node.toString())
                    .filter(value -> room && !value.equals(node.toString()))
                    .ifPresent(value -> steps.add(Algebra.shown(node) + " = " + value));
        }
    }

    private static boolean isPlainFraction(IAST node) {
        return node.isPower() && node.exponent().isMinusOne();
    }

    private Optional<Solution> equations(List<String> equations) {
        SortedSet<String> unknowns = new TreeSet<>();
        equations.forEach(one -> VARIABLE.matcher(one).results().forEach(found -> unknowns.add(found.group())));
        if (unknowns.isEmpty() || unknowns.size() > equations.size()) {
            return Optional.empty();
        }
        List<String> steps = new ArrayList<>();
        equations.forEach(one -> ordered(one, steps));
        String solve = "Solve({" + String.join(",", equations) + "},{" + String.join(",", unknowns) + "})";
        return algebra.text(solve).filter(found -> found.contains("->")).map(found -> {
            String answer = assignments(found);
            steps.add("Solving for " + String.join(" and ", unknowns) + " gives " + answer + ".");
            return new Solution(steps, answer);
        });
    }

    private void ordered(String equation, List<String> steps) {
        String[] sides = equation.split("==", 2);
        String difference = sides[0] + "-(" + sides[1] + ")";
        steps.add("The equation is " + equation.replace("==", " = ") + ".");
        algebra.text("Expand(" + difference + ")").ifPresent(form -> steps.add("In order: " + form + " = 0."));
        algebra.text("Factor(" + difference + ")").ifPresent(form -> steps.add("In factors: " + form + " = 0."));
    }

    /** {@code {{x->2},{x->3}}} as people write it: {@code x = 2 or x = 3}. */
    private static String assignments(String solutions) {
        List<String> alternatives = new ArrayList<>();
        for (String one : solutions.split("},\\{", -1)) {
            List<String> parts = new ArrayList<>();
            Matcher assigned = ASSIGNED.matcher(one);
            while (assigned.find()) {
                parts.add(assigned.group(1) + " = " + assigned.group(2).strip());
            }
            alternatives.add(String.join(", ", parts));
        }
        return String.join(" or ", alternatives);
    }

    private Optional<Solution> derivative(String expression, String variable) {
        List<String> steps = new ArrayList<>();
        steps.add("Differentiate " + expression + " by " + variable + ", term by term.");
        algebra.parse(expression)
                .filter(IExpr::isPlus)
                .ifPresent(sum -> ((IAST) sum)
                        .forEach(term -> algebra.text("D(" + term + "," + variable + ")")
                                .ifPresent(each ->
                                        steps.add("d/d" + variable + " " + Algebra.shown(term) + " = " + each))));
        return algebra.text("Simplify(D(" + expression + "," + variable + "))").map(value -> {
            steps.add("Together and simplified: " + value + ".");
            return new Solution(steps, value);
        });
    }

    private Optional<Solution> integral(Problem.Integral problem) {
        String whole = "Integrate(" + problem.expression() + "," + problem.variable() + ")";
        List<String> steps = new ArrayList<>();
        steps.add("Integrate " + problem.expression() + " over " + problem.variable() + ".");
        Optional<String> antiderivative = algebra.text(whole);
        antiderivative.ifPresent(found -> steps.add("An antiderivative is " + found + "."));
        if (problem.from().isEmpty()) {
            return antiderivative.map(found -> new Solution(steps, found + " + C"));
        }
        String bounds = "Integrate(" + problem.expression() + ",{" + problem.variable() + "," + problem.from() + ","
                + problem.to() + "})";
        return algebra.text(bounds).map(value -> {
            steps.add("Its value at " + problem.to() + " minus that at " + problem.from() + " is " + value + ".");
            return new Solution(steps, value);
        });
    }

    private Optional<Solution> limit(Problem.Limit problem) {
        String limit = "Limit(" + problem.expression() + "," + problem.variable() + "->" + problem.point() + ")";
        List<String> steps = new ArrayList<>();
        steps.add("Let " + problem.variable() + " go to " + problem.point() + " in " + problem.expression() + ".");
        algebra.text("Simplify(" + problem.expression() + ")")
                .ifPresent(form -> steps.add("Simplified, the expression is " + form + "."));
        return algebra.text(limit).map(value -> {
            steps.add("Its limit is " + value + ".");
            return new Solution(steps, value);
        });
    }
}
