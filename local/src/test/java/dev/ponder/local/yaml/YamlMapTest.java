package dev.ponder.local.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlMapTest {

    private static final Range TENS = Range.of("0.5", "10000");

    @Test
    void readsTextsNumbersMapsAndLists() throws WrongYamlException {
        YamlMap map = read("name: a # remark\nrate: 1e3\nparts:\n  - {n: 2}\n  - n: 3\nbelow:\n  word: fast\n");

        assertThat(map.text("name")).isEqualTo("a");
        assertThat(map.number("rate", TENS)).isEqualByComparingTo("1000");
        assertThat(map.number("none", TENS, BigDecimal.ONE)).isEqualByComparingTo("1");
        assertThat(map.maps("parts").get(1).number("n", TENS)).isEqualByComparingTo("3");
        assertThat(map.map("below").choice("word", Map.of("fast", 7))).isEqualTo(7);
    }

    @Test
    void refusesAnUnknownKeyByNameWithTheNearestKnownOne() throws WrongYamlException {
        YamlMap offer = read("parts:\n  - replica_hours: 2\n").maps("parts").getFirst();

        assertThatThrownBy(() -> offer.only("name", "replica-hour", "gpus"))
                .isInstanceOf(WrongYamlException.class)
                .hasMessage("f.yaml, line 2: parts[0].replica_hours is no key; the nearest is replica-hour"
                        + " (there are name, replica-hour, gpus)");
    }

    @Test
    void namesTheKeyAndTheFixOfAWrongValue() throws WrongYamlException {
        YamlMap map = read("a: x\nb: 11111\nc: [1]\nd: ''\ne: {}\n");

        assertThatThrownBy(() -> map.number("a", TENS))
                .hasMessage("f.yaml, line 1: a is \"x\"; write a number from 0.5 to 10,000");
        assertThatThrownBy(() -> map.number("b", TENS))
                .hasMessage("f.yaml, line 2: b is \"11111\"; write a number from 0.5 to 10,000");
        assertThatThrownBy(() -> map.number("c", TENS))
                .hasMessage("f.yaml, line 3: c is a list; write a number from 0.5 to 10,000");
        assertThatThrownBy(() -> map.text("d")).hasMessage("f.yaml, line 4: d is empty; write a text");
        assertThatThrownBy(() -> map.maps("e"))
                .hasMessage("f.yaml, line 5: e is a map; write a list, each entry beginning with a hyphen");
        assertThatThrownBy(() -> map.choice("a", Map.of("slow", 1)))
                .hasMessage("f.yaml, line 1: a is \"x\"; write one of slow");
        assertThatThrownBy(() -> map.map("a")).hasMessage("f.yaml, line 1: a is \"x\"; write keys with values");
        assertThatThrownBy(() -> map.text("f")).hasMessage("f.yaml, line 1: f is missing; write a text");
    }

    /** None of them may make an object, run for long or end otherwise than by a sentence. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# only a remark",
                "just text",
                "- a\n- b",
                "a: 1\na: 2",
                "a: [1, 2",
                "a: b: c",
                "{[1]: 2}",
                "a: *none",
                "a: 1\n---\na: 2",
                "\u0000",
                "\t- x",
                "a: 1e999999999",
                "a: 9999999999999999999999999999999999999999999999999999",
                "a: NaN",
                "a: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://localhost\"]]",
                "a: &a [*a]",
                "a: &a {a: *a}",
                "&a a: *a",
            })
    void refusesWhatIsHostile(String text) {
        assertThatThrownBy(() -> read(text).only("a").number("a", TENS))
                .isInstanceOf(WrongYamlException.class)
                .hasMessageStartingWith("f.yaml");
    }

    @Test
    void refusesDepthWithoutEnd() {
        String deep = "a: " + "[".repeat(10_000) + "]".repeat(10_000);

        assertThatThrownBy(() -> read(deep))
                .isInstanceOf(WrongYamlException.class)
                .hasMessageStartingWith("f.yaml");
    }

    @Test
    void saysWhenAFileIsMissingOrTooLargeOrNoText(@TempDir Path folder) throws IOException {
        Path large = Files.writeString(folder.resolve("large.yaml"), "a: " + "x".repeat(1 << 20));
        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 1});

        assertThatThrownBy(() -> YamlFile.read(large)).hasMessageStartingWith("large.yaml: it is larger");
        assertThatThrownBy(() -> YamlFile.read(binary)).hasMessageStartingWith("binary.yaml: it is no text");
        assertThatThrownBy(() -> YamlFile.read(folder.resolve("gone.yaml"))).hasMessageContaining("no such file");
    }

    private static YamlMap read(String text) throws WrongYamlException {
        return YamlFile.read("f.yaml", text);
    }
}
