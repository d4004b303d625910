package dev.ponder.triton.shard.brain.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.triton.shard.brain.Prompt;
import dev.ponder.triton.shard.brain.RecordedBrain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Every file of sampled answers that there is, read and played. */
@EnabledIfEnvironmentVariable(
        named = "PONDER_DATA",
        matches = ".+",
        disabledReason = "no real answers: PONDER_DATA names no folder that holds answers/ and questions/")
@SuppressWarnings("NullAway.Init") // list() runs first, or no test does
class RealRecordingsTest {

    private static List<Path> answers;
    private static NamedQuestions questions;

    @BeforeAll
    static void list() throws IOException {
        Path data = Path.of(System.getenv("PONDER_DATA"));
        answers = files(data.resolve("answers"));
        questions = new NamedQuestions();
        for (Path file : files(data.resolve("questions"))) {
            JsonRows.each(file, questions::add);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().contains(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void findsAnswersInEveryRow() throws IOException {
        Map<String, Integer> without = new TreeMap<>();
        for (Path file : answers) {
            AtomicInteger rows = new AtomicInteger();
            JsonRows.each(file, row -> rows.addAndGet(AnswerForm.of(row).isEmpty() ? 1 : 0));
            without.put(file.getFileName().toString(), rows.get());
        }

        assertThat(without)
                .isNotEmpty()
                .allSatisfy((file, rows) -> assertThat(rows).as(file).isZero());
    }

    @Test
    void playsEveryFile() throws IOException {
        for (Path file : answers) {
            Map<String, List<String>> read = Recordings.read(List.of(file), questions);
            RecordedBrain brain = new RecordedBrain(read);

            assertThat(read.keySet())
                    .as(file.toString())
                    .isNotEmpty()
                    .allMatch(question -> brain.think(new Prompt(question, 0)).isPresent());
        }
    }
}
