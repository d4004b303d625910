package dev.ponder.triton.shard.brain.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MathematicianTest {

    private static final Mathematician MATHEMATICIAN = new Mathematician();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is 12*7+5? | 89",
                "Calculate 3/4 + 1/8. | 7/8",
                "计算 48÷2+7×3 | 45",
                "What is 15% of 240? | 36",
                "240 的 15% 是多少？ | 36",
                "Compute \\frac{2}{3} \\cdot \\frac{9}{4} | 3/2",
                "Solve x^2-5x+6=0 | x = 2 or x = 3",
                "解方程 2x+3=11 | x = 4",
                "Solve the system x+y=10 and x-y=4 | x = 7, y = 3",
                "Find the derivative of x^3 + 2x with respect to x. | 2+3*x^2",
                "求 x^2 的导数 | 2*x",
                "Find the integral of x^2 from 0 to 3. | 9",
                "Evaluate the limit of sin(x)/x as x approaches 0. | 1",
                "\\lim_{x \\to 0} \\frac{\\sin x}{x} 的值 | 1",
                "0.1+0.2 = ? | 3/10",
                "Factor x^2 - 9. | (-3+x)*(3+x)",
                "What is 40% of 65% of 500? | 130",
                "What is the greatest common divisor of 84 and 126? | 42",
                "求 x^2 在 0 到 2 上的定积分。 | 8/3",
            })
    void solvesWhatItCanRead(String question, String answer) {
        Optional<String> text = MATHEMATICIAN.solve(question);

        assertThat(text).isPresent().get().asString().startsWith("<think>").endsWith("\\boxed{" + answer + "}.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write a poem about the sea.",
                "Who wrote Hamlet?",
                "Janet's ducks lay 16 eggs per day. She eats three for breakfast every morning and bakes muffins with four."
                        + " She sells the rest for $2 each. How much does she make every day?",
                "1/0",
                "What is 5! divided by 3!?",
                "Find the derivative of x^2 at x = 3.",
                "What is 3+4 in base 7?",
                "(((",
            })
    void saysNothingWhereItCannot(String question) {
        Optional<String> text = MATHEMATICIAN.solve(question);

        assertThat(text).isEmpty();
    }

    @Property(tries = 60)
    boolean agreesWithExactArithmetic(
            @ForAll @IntRange(min = 2, max = 9999) int a,
            @ForAll @IntRange(min = 2, max = 9999) int b,
            @ForAll @IntRange(min = 2, max = 9999) int c) {
        BigInteger expected =
                BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).subtract(BigInteger.valueOf(c));
        String text =
                MATHEMATICIAN.solve("What is %d*%d-%d?".formatted(a, b, c)).orElse("");
        return text.endsWith("\\boxed{" + expected + "}.");
    }
}
