package dev.ponder.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.json.Json;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SafeTextTest {

    @Test
    void showsEscapesAsReplacements() {
        assertThat(SafeText.line("a\u001B[2Jb\u009B31mc\u0007")).isEqualTo("a\uFFFD[2Jb\uFFFD31mc\uFFFD");
    }

    @Test
    void showsBidirectionalOverridesAsReplacements() {
        assertThat(SafeText.line("\u202Eabc\u2066d\u200F")).isEqualTo("\uFFFDabc\uFFFDd\uFFFD");
    }

    @Test
    void keepsLinesOfABlockAndMakesOneLineOfALine() {
        assertThat(SafeText.block("a\r\nb\tc")).isEqualTo("a\nb c");
        assertThat(SafeText.line("a\nb\tc")).isEqualTo("a b c");
    }

    @Test
    void keepsWhatPeopleWrite() {
        String text = "∫ x² dx = ⅓x³, 解方程 x+1=2 👩‍🔬 naïve";

        assertThat(SafeText.line(text)).isEqualTo(text);
    }

    @Property
    void letsNothingThroughThatATerminalObeys(@ForAll("anything") String text) {
        String safe = SafeText.block(text);

        assertThat(safe.codePoints().filter(one -> one != '\n')).noneMatch(SafeTextTest::isObeyed);
    }

    @Property
    void changesNothingTheSecondTime(@ForAll("anything") String text) {
        assertThat(SafeText.line(SafeText.line(text))).isEqualTo(SafeText.line(text));
    }

    @Property
    void keepsAsManyCharactersAsThereWere(@ForAll("anything") String text) {
        assertThat(SafeText.line(text).codePoints().count())
                .isEqualTo(text.codePoints().count());
    }

    @Property
    void meansTheSameInJsonAndLetsNothingThroughThere(@ForAll("anything") String text) throws JsonProcessingException {
        ObjectNode record = Json.mapper().createObjectNode().put("answer" + text, text);

        String safe = SafeText.json(record.toString());

        assertThat(Json.mapper().readTree(safe)).isEqualTo(record);
        assertThat(safe.codePoints()).noneMatch(SafeTextTest::isObeyed);
    }

    @Test
    void escapesWhatTakesTwoUnitsToo() {
        assertThat(SafeText.json("\"\uDB40\uDC41\u007F\u200D😀\"")).isEqualTo("\"\\udb40\\udc41\\u007f\u200D😀\"");
    }

    @Provide
    Arbitrary<String> anything() {
        Arbitrary<Character> rough = Arbitraries.oneOf(
                Arbitraries.chars().range('\0', '\u00A0'),
                Arbitraries.chars().range('\u2000', '\u206F'),
                Arbitraries.chars().all());
        return rough.list().ofMaxSize(60).map(SafeTextTest::join);
    }

    private static String join(Iterable<Character> characters) {
        StringBuilder text = new StringBuilder();
        characters.forEach(text::append);
        return text.toString();
    }

    private static boolean isObeyed(int one) {
        boolean override = (one >= 0x202A && one <= 0x202E) || (one >= 0x2066 && one <= 0x2069);
        return Character.isISOControl(one) || override || one == 0x200E || one == 0x200F || one == 0x061C;
    }
}
