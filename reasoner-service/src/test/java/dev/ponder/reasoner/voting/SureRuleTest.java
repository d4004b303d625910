package dev.ponder.reasoner.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SureRuleTest {

    private final SureRule rule = new SureRule(0.9);

    /** By hand: I(0.5; b + 1, a + 1), the regularised incomplete beta function. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0.5", "1, 0, 0.75", "2, 0, 0.875", "3, 0, 0.9375", "2, 1, 0.6875", "5, 1, 0.9375", "3, 3, 0.5"})
    void knowsHowLikelyTheLeaderStaysInFront(int leader, int second, double probability) {
        assertThat(SureRule.leads(leader, second)).isEqualTo(probability, within(1e-12));
    }

    @Property
    void isSurerTheMoreAgreeAndLessSureTheMoreDoNot(
            @ForAll @IntRange(max = 30) int leader, @ForAll @IntRange(max = 30) int second) {
        assertThat(SureRule.leads(leader + 1, second)).isGreaterThan(SureRule.leads(leader, second));
        assertThat(SureRule.leads(leader, second + 1)).isLessThan(SureRule.leads(leader, second));
    }

    @Property
    void isNeverSureOfATie(@ForAll @IntRange(min = 1, max = 64) int each) {
        assertThat(rule.holds(ballot(each, each))).isFalse();
    }

    @Test
    void takesThreeOfThreeAndNotTwoOfThree() {
        assertThat(rule.holds(ballot(3, 0))).isTrue();
        assertThat(rule.holds(ballot(2, 1))).isFalse();
        assertThat(rule.holds(ballot(0, 0))).isFalse();
    }

    @Test
    void isNeverSureWhereCertaintyIsAskedFor() {
        assertThat(new SureRule(1).holds(ballot(64, 0))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1.01, Double.NaN})
    void refusesThresholdsThatSayNothing(double threshold) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SureRule(threshold));
    }

    private static Ballot ballot(int leader, int second) {
        List<String> answers = Stream.concat(
                        Collections.nCopies(leader, "1").stream(), Collections.nCopies(second, "2").stream())
                .toList();
        return Ballot.of(answers);
    }
}
