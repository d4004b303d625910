package dev.ponder.reasoner.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalAnswerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "So it is \\boxed{42}. | 42",
                "\\boxed{\\frac{2}{4}} | 1/2",
                "First \\boxed{1}, then \\boxed{x^{2}} | x^{2}",
                "The answer is 1,234.50. | 1234.5",
                "答案是 ７ | 7",
                "18 - 3 = 15 #### 15 | 15",
                "\\boxed{(B)} | B",
                "\\boxed{15\\%} | 15%",
                "\\boxed{-6/4} | -3/2",
                "\\boxed{$18} | 18",
                "\\boxed{0.0} | 0",
                "\\boxed{1/0} | 1/0",
            })
    void findsTheAnswerAndItsForm(String text, String canonical) {
        String answer = CanonicalAnswer.of(text);

        assertThat(answer).isEqualTo(canonical);
    }

    @Property
    boolean changesNothingTheSecondTime(@ForAll String text) {
        String once = CanonicalValue.of(text);
        return CanonicalValue.of(once).equals(CanonicalValue.of(CanonicalValue.of(once)));
    }

    @Property
    boolean tellsRationalsApartByTheirValue(
            @ForAll @IntRange(min = -50, max = 50) int a,
            @ForAll @IntRange(min = 1, max = 50) int b,
            @ForAll @IntRange(min = -50, max = 50) int c,
            @ForAll @IntRange(min = 1, max = 50) int d) {
        boolean equal = BigInteger.valueOf((long) a * d).equals(BigInteger.valueOf((long) c * b));
        return CanonicalValue.of(a + "/" + b).equals(CanonicalValue.of(c + "/" + d)) == equal;
    }

    @Property
    boolean writesADecimalInOneWay(@ForAll @IntRange(min = -1_000_000, max = 1_000_000) int unscaled) {
        BigDecimal value = BigDecimal.valueOf(unscaled, 3);
        return CanonicalValue.of(value.toPlainString())
                .equals(CanonicalValue.of(value.setScale(7).toPlainString()));
    }
}
