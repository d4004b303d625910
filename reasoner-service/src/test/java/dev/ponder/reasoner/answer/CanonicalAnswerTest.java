package dev.ponder.reasoner.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CanonicalAnswerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            so \\boxed{42}                              | 42
            \\boxed{1} but no, \\boxed{\\frac{6}{8}}     | 0.75
            First \\boxed{1}, then \\boxed{x^{2}}      | x^{2}
            \\boxed{\\sqrt{\\frac{1}{3}}}                | \\sqrt{1/3}
            \\boxed{\\text{yes}}                        | yes
            The answer is 7.                           | 7
            The answer is: 7                           | 7
            The ANSWER IS 1,234.                       | 1234
            The answer is 1,234.50.                    | 1234.5
            **Answer:** 42                             | 42
            所以答案是 5。                                | 5
            答案是 ７                                    | 7
            答案：３/６                                  | 0.5
            答案为：-5                                   | -5
            \\boxed{(B)}                               | B
            \\boxed{$18}                               | 18
            1+1 #### 2                                 | 2
            '$x = 3$'                                  | x = 3
            """)
    void findsTheAnswer(String text, String canonical) {
        assertThat(CanonicalAnswer.of(text)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2/4          | 0.5
            -\\frac{1}{2} | -0.5
            \\dfrac{4}{-6} | -2/3
            -2/-4        | 0.5
            -6/4         | -1.5
            0.50         | 0.5
            0.0          | 0
            .5           | 0.5
            +3           | 3
            -0           | 0
            100          | 100
            1 1/2        | 1.5
            1\\frac{1}{2} | 1.5
            11/2         | 5.5
            1/0          | 1/0
            15\\%         | 15%
            15.0 %       | 15%
            0.15         | 0.15
            1,234,567    | 1234567
            1,23         | 1,23
            (1,200)      | (1,200)
            (b)          | B
            B.           | B
            b            | b
            \\frac{a+b}{2} | (a+b)/2
            a+b/2        | a+b/2
            """)
    void bringsValuesToOneForm(String written, String canonical) {
        assertThat(CanonicalValue.of(written)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ''
            '\\boxed{never closed, and then a long line that is no answer at all'
            'a last line that is much too long to be taken for a bare answer'
            """)
    void findsNoneWhereThereIsNone(String text) {
        assertThat(CanonicalAnswer.of(text)).isEmpty();
    }
}
