package dev.ponder.reasoner.repetition;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class RepetitionRuleTest {

    private static final RepetitionRule RULE = new RepetitionRule(3, 12, 8);

    @Property
    boolean findsAnyPieceThatIsRepeatedOftenEnough(
            @ForAll @StringLength(max = 30) String before, @ForAll @StringLength(min = 1, max = 8) String piece) {
        int times = Math.max(RULE.leastTimes(), Math.ceilDiv(RULE.leastCharacters(), piece.length()));

        return RULE.holds(before + piece.repeat(times));
    }

    @Property(tries = 3000)
    boolean agreesWithItsDefinition(@ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 40) String text) {
        return RULE.holds(text) == byDefinition(text);
    }

    @Property
    boolean findsNothingInWhatCounts(@ForAll @IntRange(min = 1, max = 500) int steps) {
        StringBuilder chain = new StringBuilder();
        for (int i = 0; i < steps; i++) {
            chain.append("Step ").append(i).append(": and so on.\n");
        }

        return !new RepetitionRule(4, 100, 200).holds(chain);
    }

    @Test
    void findsARepetitionThatIsCutInMidPiece() {
        assertThat(RULE.holds("so wait, wait, wait, wait, wa")).isTrue();
    }

    @Test
    void bearsAShortRefrain() {
        assertThat(RULE.holds("ha ha ha")).isFalse();
    }

    private static boolean byDefinition(String text) {
        for (int piece = 1; piece <= RULE.longestPiece(); piece++) {
            int needed = Math.max(RULE.leastTimes() * piece, RULE.leastCharacters());
            if (text.length() >= needed && hasPeriod(text.substring(text.length() - needed), piece)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasPeriod(String tail, int period) {
        return tail.substring(period).equals(tail.substring(0, tail.length() - period));
    }
}
