package dev.ponder.triton.shard.brain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticBrainTest {

    private static final int DRAWN = 8_000;
    private static final int MEAN = 200;
    private static final String RIGHT = "42";

    private static List<Script> draw(double cv, String question) {
        SyntheticBrain brain = new SyntheticBrain(MEAN, cv, 0.7, 1);
        return LongStream.range(0, DRAWN)
                .mapToObj(sample -> brain.think(new Prompt(question, sample)).orElseThrow())
                .toList();
    }

    private static String answer(Script script) {
        String text = script.text();
        return text.substring(text.indexOf("\\boxed{") + "\\boxed{".length(), text.length() - 1);
    }

    private static double meanLength(List<Script> scripts, boolean right) {
        return scripts.stream()
                .filter(script -> answer(script).equals(RIGHT) == right)
                .mapToInt(script -> script.tokens().size())
                .average()
                .orElseThrow();
    }

    @Test
    void isRightAsOftenAsItWasToldAndWrongInEightWaysAlikeOften() {
        Map<String, Long> counts = draw(0, "How many?").stream()
                .collect(Collectors.groupingBy(SyntheticBrainTest::answer, Collectors.counting()));

        assertThat(counts).hasSize(9);
        counts.forEach((answer, count) -> assertThat((double) count / DRAWN)
                .as(answer)
                .isCloseTo(answer.equals(RIGHT) ? 0.7 : 0.3 / 8, within(0.02)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void thinksTwiceAsLongWhereItIsWrong(double cv) {
        List<Script> scripts = draw(cv, "How many?");

        double right = meanLength(scripts, true);
        assertThat(right).isCloseTo(MEAN, within(MEAN * 0.05));
        assertThat(meanLength(scripts, false) / right).isCloseTo(2, within(0.15));
    }

    @Test
    void givesAnAskedLengthExactlyWhetherRightOrWrong() {
        List<Script> scripts = draw(0.5, "Say tokens=30");

        assertThat(scripts).allSatisfy(script -> assertThat(script.tokens()).hasSize(30));
        assertThat(scripts).anyMatch(script -> !answer(script).equals(RIGHT));
    }

    @Test
    void drawsTheSameAgainForTheSameSeed() {
        assertThat(draw(0.5, "How many?")).isEqualTo(draw(0.5, "How many?"));
    }
}
