package dev.ponder.router.classification;

import static dev.ponder.router.Requests.asking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.plan.Classification;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RulesClassifierTest {

    private final RulesClassifier classifier = new RulesClassifier();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            math        | number | A train has 12 cars of 40 seats; how many seats is 12 * 40?
            math        | number | 一个三角形的面积是多少？
            code        | code   | Write no prose: a python function that reverses an array.
            code        | code   | 这段代码有什么问题：def f(x): 编程
            physics     | text   | At which velocity does the force of one newton act?
            physics     | text   | 汽车的加速度和速度
            chemistry   | text   | Which acid does this chemical reaction leave?
            chemistry   | text   | 盐酸与铁的化学反应
            biology     | text   | Does a cell copy its dna before the protein is built?
            biology     | text   | 细胞里的基因
            translation | text   | Translate into German: good morning.
            translation | text   | 请翻译这句话，译成英文
            creative    | text   | Compose a poem, then a song, about rain.
            creative    | text   | 讲一个小说故事
            """)
    void knowsItsDomains(String domain, String answerType, String question) {
        Classification classification = classifier.classify(asking(question));
        assertThat(classification.domain()).isEqualTo(domain);
        assertThat(classification.answerType()).isEqualTo(answerType);
        assertThat(classification.abstained()).isFalse();
        assertThat(classification.by()).isEqualTo("rules-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "hm", "…", "好"})
    void abstainsWhereNothingSpeaksForAnything(String question) {
        Classification classification = classifier.classify(asking(question));
        assertThat(classification.abstained()).isTrue();
        assertThat(classification.domain()).isEqualTo("general_text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Which?\n(A) red\n(B) blue", "Which?\nA. 1+1\nB. 2+2"})
    void seesAChoice(String question) {
        assertThat(classifier.classify(asking(question)).answerType()).isEqualTo("choice");
    }

    @ParameterizedTest
    @CsvSource({"1 + 1, Prove that the integral of 1 + 1 is minimal", "1 + 1, 证明 1 + 1 的积分"})
    void holdsShortQuestionsWithoutHardWordsForEasier(String easy, String hard) {
        assertThat(classifier.classify(asking(easy)).easyProbability())
                .isGreaterThan(classifier.classify(asking(hard)).easyProbability());
    }

    @Property(tries = 300)
    void givesSharesForAnyText(@ForAll String text) {
        assertThat(classifier.classify(asking(text)).domainProbability()).isBetween(0.0, 1.0);
    }
}
