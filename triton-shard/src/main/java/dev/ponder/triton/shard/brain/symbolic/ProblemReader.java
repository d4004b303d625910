package dev.ponder.triton.shard.brain.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the formula in a question, English or Chinese, and what is wanted of it. Reads no word problems. Pure. */
final class ProblemReader {

    private static final String F = "([-+*/^().,=a-zA-Z0-9 %]+?)";
    private static final String END = "\\s*(?:[?？.。]|$)";
    private static final int NO_CASE = Pattern.CASE_INSENSITIVE;

    private static final Pattern LIMIT = Pattern.compile(
            "lim(?:it)?(?: of)? " + F + " (?:as|when) ([a-z]) (?:approaches|goes to|tends to|->) ?(-?[a-z0-9/]+)",
            NO_CASE);
    private static final Pattern LIMIT_SIGN = Pattern.compile(
            "lim ?_? ?[{(]? ?([a-z]) ?-> ?(-?[a-z0-9/]+) ?[})]? ?" + F + "(?:的极限|的值|等于|" + END + ")", NO_CASE);
    private static final Pattern LIMIT_CHINESE =
            Pattern.compile("当 ?([a-z]) ?(?:->|趋于|趋近于|趋向于) ?(-?[a-z0-9/]+) ?时[,，]? ?(?:函数)? ?" + F + " ?的极限", NO_CASE);
    private static final Pattern INTEGRAL = Pattern.compile(
            "(?:integral of|integrate) " + F
                    + "(?: with respect to [a-z])?(?: d([a-z]))?(?: from (-?[a-z0-9/.]+) to (-?[a-z0-9/.]+))?" + END,
            NO_CASE);
    private static final Pattern INTEGRAL_CHINESE = Pattern.compile(
            F + " ?(?:在 ?\\[? ?(-?[0-9a-z/.]+) ?(?:[,，]|到) ?(-?[0-9a-z/.]+) ?]? ?上?)? ?的(?:不定|定)?积分", NO_CASE);
    private static final Pattern DERIVATIVE = Pattern.compile(
            "(?:derivative of|differentiate) (?:[a-z]\\([a-z]\\) ?= ?|y ?= ?)?" + F + "(?: with respect to ([a-z]))?"
                    + END,
            NO_CASE);
    private static final Pattern DERIVATIVE_CHINESE =
            Pattern.compile("(?:[a-z]\\([a-z]\\) ?= ?|y ?= ?)?" + F + " ?的导数", NO_CASE);
    private static final Pattern PERCENT_OF = Pattern.compile("((?:[0-9.]+ ?% of )+)([0-9.]+)(?! ?%)", NO_CASE);
    private static final Pattern TRANSFORM = Pattern.compile("\\b(factor|expand|simplify):? " + F + END, NO_CASE);
    private static final Pattern DIVISOR = Pattern.compile("greatest common divisor of ([0-9]+) and ([0-9]+)", NO_CASE);
    private static final Pattern SERIES = Pattern.compile(
            "sum of (?:all )?(?:the )?(?:integers|whole numbers|numbers) from ([0-9]+) to ([0-9]+)", NO_CASE);
    private static final Pattern PERCENT_CHINESE = Pattern.compile("([0-9.]+) ?的 ?([0-9.]+) ?%");
    private static final Pattern EQUATION =
            Pattern.compile("[-+*/^().a-zA-Z0-9 ]*[a-z][-+*/^().a-zA-Z0-9 ]*=[-+*/^().a-zA-Z0-9 ]+");
    private static final String PART = "(?:sqrt|[-+*/^().0-9 %])*";
    private static final Pattern ARITHMETIC =
            Pattern.compile("(?<![a-zA-Z0-9^])(?:sqrt|[-(0-9])" + PART + "[-+*/^%.]" + PART + "(?![a-zA-Z^!])");
    private static final Pattern WORDS =
            Pattern.compile("(?<![a-zA-Z])(?!(?:sin|cos|tan|log|ln|exp|sqrt|pi)\\b)[a-zA-Z]{2,}(?![a-zA-Z])");
    private static final Pattern TALK = Pattern.compile("[a-zA-Z]{3,}");

    private ProblemReader() {}

    /** Reads a question; gives nothing where a number of it would go unused, since then it asks for something else. */
    static Optional<Problem> read(String question) {
        String text = PlainMath.of(question);
        return limit(text)
                .or(() -> integral(text))
                .or(() -> derivative(text))
                .or(() -> transform(text))
                .or(() -> wholeNumbers(text))
                .or(() -> percentage(text))
                .or(() -> equations(text))
                .or(() -> arithmetic(text))
                .filter(problem -> problem.formulas().stream().noneMatch(ProblemReader::holdsWords))
                .filter(problem -> digits(problem) >= digits(text));
    }

    private static boolean holdsWords(String formula) {
        return WORDS.matcher(formula.replaceAll("Infinity|Integrate|Limit|GCD|Sum|Exp|Log|Sqrt|Pi", ""))
                .find();
    }

    private static int digits(Problem problem) {
        return problem.formulas().stream().mapToInt(ProblemReader::digits).sum();
    }

    private static int digits(String text) {
        return Math.toIntExact(text.chars().filter(Character::isDigit).count());
    }

    private static Optional<Problem> transform(String text) {
        Matcher asked = TRANSFORM.matcher(text);
        if (!asked.find()) {
            return Optional.empty();
        }
        String function = asked.group(1).substring(0, 1).toUpperCase(Locale.ROOT)
                + asked.group(1).substring(1).toLowerCase(Locale.ROOT);
        return Optional.of(new Problem.Transform(function, PlainMath.formula(asked.group(2))));
    }

    private static Optional<Problem> wholeNumbers(String text) {
        Matcher divisor = DIVISOR.matcher(text);
        if (divisor.find()) {
            return Optional.of(new Problem.Arithmetic("GCD(" + divisor.group(1) + "," + divisor.group(2) + ")"));
        }
        Matcher series = SERIES.matcher(text);
        return series.find()
                ? Optional.of(new Problem.Arithmetic("Sum(k,{k," + series.group(1) + "," + series.group(2) + "})"))
                : Optional.empty();
    }

    private static Optional<Problem> limit(String text) {
        Matcher words = LIMIT.matcher(text);
        if (words.find()) {
            return Optional.of(new Problem.Limit(
                    PlainMath.formula(words.group(1)), words.group(2), PlainMath.formula(words.group(3))));
        }
        Matcher chinese = LIMIT_CHINESE.matcher(text);
        Matcher other = chinese.find() ? chinese : LIMIT_SIGN.matcher(text);
        return chinese.hasMatch() || other.find()
                ? Optional.of(new Problem.Limit(
                        PlainMath.formula(other.group(3)), other.group(1), PlainMath.formula(other.group(2))))
                : Optional.empty();
    }

    private static Optional<Problem> integral(String text) {
        Matcher words = INTEGRAL.matcher(text);
        if (words.find()) {
            return Optional.of(new Problem.Integral(
                    PlainMath.formula(words.group(1)),
                    words.group(2) == null ? "x" : words.group(2),
                    bound(words.group(3)),
                    bound(words.group(4))));
        }
        Matcher chinese = INTEGRAL_CHINESE.matcher(text);
        return chinese.find()
                ? Optional.of(new Problem.Integral(
                        PlainMath.formula(chinese.group(1)), "x", bound(chinese.group(2)), bound(chinese.group(3))))
                : Optional.empty();
    }

    private static String bound(@Nullable String text) {
        return text == null ? "" : PlainMath.formula(text);
    }

    private static Optional<Problem> derivative(String text) {
        Matcher words = DERIVATIVE.matcher(text);
        if (words.find()) {
            String variable = words.group(2) == null ? "x" : words.group(2);
            return Optional.of(new Problem.Derivative(PlainMath.formula(words.group(1)), variable));
        }
        Matcher chinese = DERIVATIVE_CHINESE.matcher(text);
        return chinese.find()
                ? Optional.of(new Problem.Derivative(PlainMath.formula(chinese.group(1)), "x"))
                : Optional.empty();
    }

    private static Optional<Problem> percentage(String text) {
        Matcher of = PERCENT_OF.matcher(text);
        if (of.find()) {
            String factors = of.group(1).replaceAll("(?i) ?% of ", "/100*");
            return Optional.of(new Problem.Arithmetic(factors + of.group(2)));
        }
        Matcher chinese = PERCENT_CHINESE.matcher(text);
        return chinese.find()
                ? Optional.of(new Problem.Arithmetic(chinese.group(2) + "/100*" + chinese.group(1)))
                : Optional.empty();
    }

    private static Optional<Problem> equations(String text) {
        List<String> found = new ArrayList<>();
        Matcher equation = EQUATION.matcher(WORDS.matcher(text).replaceAll(";"));
        while (equation.find()) {
            found.add(PlainMath.formula(equation.group()).replaceFirst("=", "=="));
        }
        return found.isEmpty() || isTalk(text, found.size())
                ? Optional.empty()
                : Optional.of(new Problem.Equations(found));
    }

    private static Optional<Problem> arithmetic(String text) {
        Matcher expression = ARITHMETIC.matcher(text);
        return expression.find() && !isTalk(text, 1)
                ? Optional.of(new Problem.Arithmetic(PlainMath.formula(expression.group())))
                : Optional.empty();
    }

    /** A word problem: more words than it takes to ask for a formula's value. It is left to whoever can read. */
    private static boolean isTalk(String text, int formulas) {
        long ideographs = text.codePoints().filter(Character::isIdeographic).count();
        return TALK.matcher(text).results().count() > 9 + 3L * formulas || ideographs > 16;
    }
}
