package dev.ponder.triton.shard.brain.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of our own in each format that there is. */
class RecordingsTest {

    private static final String LETTERS = """
            {"id":"set-7","gid":"a1","gold":"B","preds":"AB-B","right":2}
            """;

    @TempDir
    private Path folder = Path.of("");

    static Stream<Arguments> formats() {
        return Stream.of(
                Arguments.of("samples by order", """
                        {"question":"1+1?","samples":[{"text":"one 2","correct":true},{"text":"3","rm":0.1},{"text":""}]}
                        """, Map.of("1+1?", List.of("one 2", "3"))),
                Arguments.of("samples by model", """
                        {"question":"1+1?","samples":{"small":{"text":"3"},"large":{"text":"2"}}}
                        """, Map.of("1+1?", List.of("3", "2"))),
                Arguments.of(
                        "programs, with choices",
                        """
                        {"question":"Half of 6?","options":["A)2","B)3"],"samples":[{"code":"ans = 6 / 2","value":"3"}]}
                        """,
                        Map.of("Half of 6?", List.of("ans = 6 / 2"), "Half of 6?\nA)2\nB)3", List.of("ans = 6 / 2"))),
                Arguments.of("a puzzle", """
                        {"puzzle":"1 1 4 6","samples":[{"text":"4 * 6 * 1 * 1 = 24","correct":true}]}
                        """, Map.of("1 1 4 6", List.of("4 * 6 * 1 * 1 = 24"))),
                Arguments.of("a search and its end", """
                        {"puzzle":"1 1 4 6","steps":[{"select_new_ys":["4 * 6"]}],"final":[{"text":"4 * 6 = 24"},{"text":"no"}]}
                        """, Map.of("1 1 4 6", List.of("4 * 6 = 24", "no"))),
                Arguments.of("a search", """
                        {"puzzle":"1 1 4 6","steps":[{"select_new_ys":["4 + 1"]},{"select_new_ys":["4 * 6","6 - 1"]}]}
                        """, Map.of("1 1 4 6", List.of("4 * 6", "6 - 1"))),
                Arguments.of("texts and answers by model", """
                        {"question":"1+1?","answers":{"a":["2",true,40],"b":["3",false,12]},"texts":{"a":"It is 2."}}
                        """, Map.of("1+1?", List.of("It is 2."))),
                Arguments.of("answers by model", """
                        {"question":"1+1?","answers":{"a":["2",true,40],"b":["3",false,12]},"texts":{}}
                        """, Map.of("1+1?", List.of("2", "3"))),
                Arguments.of(
                        "answers alone, one unreadable", """
                        {"question":"Last letters of go on?","answers":["on",null,"oo"],"tokens_est":[3,4,3]}
                        """, Map.of("Last letters of go on?", List.of("on", "oo"))),
                Arguments.of("a weak and a strong model", """
                        {"question":"1+1?","weak":{"model":"w","text":"3","correct":false},"strong":{"model":"s","text":"2"}}
                        """, Map.of("1+1?", List.of("3", "2"))),
                Arguments.of("a chain in steps", """
                        {"task":"sum","input":"(1 + 2) * 3 =","steps":["1 + 2 = 3.","3 * 3 = 9."],"answer":"9","mistake_index":null}
                        """, Map.of("(1 + 2) * 3 =", List.of("1 + 2 = 3.\n3 * 3 = 9."))),
                Arguments.of(
                        "an output to tell",
                        """
                        {"mode":"output","code":"def f(x):\\n    return x + 1","input":"4","output":"5","samples":[{"text":"5"},{"text":"6"}]}
                        """,
                        Map.of("def f(x):\n    return x + 1\nassert f(4) == ??", List.of("5", "6"))),
                Arguments.of(
                        "an input to find",
                        """
                        {"mode":"input","code":"def f(x):\\n    return x + 1","input":"4","output":"5","samples":[{"text":"f(4)"}]}
                        """,
                        Map.of("def f(x):\n    return x + 1\nassert f(??) == 5", List.of("f(4)"))),
                Arguments.of(
                        "closing sentences",
                        """
                        {"prompt_kind":"cot","sentences":"It rained. He left.","samples":[{"text":"A passage.","judge":[7,8],"mean":7.5}]}
                        """,
                        Map.of(
                                "It rained. He left.",
                                List.of("A passage."),
                                "Write a coherent passage of 4 short paragraphs. The end sentence of each paragraph must be:"
                                        + " It rained. He left.",
                                List.of("A passage."))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void readsEveryFormat(String form, String row, Map<String, List<String>> expected) throws IOException {
        assertThat(read(plain("a.jsonl", row))).as(form).isEqualTo(expected).isEqualTo(read(packed("a.jsonl.gz", row)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"q-set/7\",\"gid\":\"zz\",\"text\":\"Which? A. x B. y\"}",
                "{\"id\":\"elsewhere\",\"gid\":\"a1\",\"text\":\"Which? A. x B. y\"}"
            })
    void findsTheQuestionThatAnAnswerNames(String question) throws IOException {
        Path answers = plain("letters.jsonl", LETTERS);

        Map<String, List<String>> read =
                Recordings.read(List.of(answers), List.of(plain("questions.jsonl", question + "\n")));

        assertThat(read).isEqualTo(Map.of("Which? A. x B. y", List.of("A", "B", "B")));
    }

    @Test
    void readsTheTextsOfANamedQuestion() throws IOException {
        Path answers = plain(
                "texts.jsonl",
                "{\"id\":\"set-7\",\"outputs\":{\"a\":{\"text\":\"so B\",\"pred\":\"B\"},\"b\":{\"text\":\"A\"}}}\n");
        Path questions = plain("questions.jsonl", "{\"id\":\"q-set/7\",\"text\":\"Which?\"}\n");

        Map<String, List<String>> read = Recordings.read(List.of(answers), List.of(questions));

        assertThat(read).isEqualTo(Map.of("Which?", List.of("so B", "A")));
    }

    @Test
    void takesAllSamplesOfAQuestionFromSeveralRowsAndPassesOverWhatHasNone() throws IOException {
        String rows = """
                {"question":"1+1?","samples":[{"text":"2"}]}

                {"question":"1+2?","samples":[]}
                {"question":"1+1?","samples":[{"text":"3"}]}
                """;

        assertThat(read(plain("a.jsonl", rows))).isEqualTo(Map.of("1+1?", List.of("2", "3")));
    }

    @Test
    void refusesAFileWithNothingToPlayByItsNameAndSaysWhatItLookedFor() throws IOException {
        Path letters = plain("letters.jsonl", LETTERS);

        assertThatThrownBy(() -> read(letters))
                .isInstanceOf(UnplayableFileException.class)
                .hasMessageStartingWith(letters + ": nothing to play. Of 1 rows 0 have a question")
                .hasMessageContaining("puzzle")
                .hasMessageContaining("--questions")
                .hasMessageContaining("1 have answers (looked for samples");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{\"question\":\"1+1?\",\"answers\":[null]}\n", "{\"question\":\"1+1?\",\"steps\":[]}\n"})
    void refusesAFileWithoutAnswers(String rows) throws IOException {
        Path file = plain("none.jsonl", rows);

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UnplayableFileException.class)
                .hasMessageStartingWith(file + ": nothing to play")
                .hasMessageContaining("0 have answers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "[1]", "\"secret\""})
    void refusesALineThatIsNoObjectWithoutQuotingIt(String line) throws IOException {
        Path file = plain("broken.jsonl", "{\"question\":\"1+1?\",\"samples\":[{\"text\":\"2\"}]}\n" + line + "\n");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UnplayableFileException.class)
                .hasMessage(file + ": line 2 is no JSON object");
    }

    @Test
    void refusesAFileThatIsNotPackedThoughItSaysSo() throws IOException {
        Path file = plain("plain.jsonl.gz", LETTERS);

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UnplayableFileException.class)
                .hasMessageStartingWith(file + ": can't be read");
    }

    @Test
    void namesAFileThatIsNotThere() {
        Path file = folder.resolve("gone.jsonl");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UnplayableFileException.class)
                .hasMessage(file + ": there is no such file");
    }

    private static Map<String, List<String>> read(Path file) throws IOException {
        return Recordings.read(List.of(file), List.of());
    }

    private Path plain(String name, String rows) throws IOException {
        return Files.writeString(folder.resolve(name), rows);
    }

    private Path packed(String name, String rows) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(rows.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
