package dev.ponder.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.local.exchange.Question;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionFileTest {

    @TempDir
    private Path folder;

    @Test
    void bringsASampleWithRepeatsAndMalformedRecords() throws IOException {
        List<Question> sample = QuestionFile.sample();

        assertThat(sample).hasSizeGreaterThanOrEqualTo(40);
        assertThat(sample).extracting(Question::id).doesNotHaveDuplicates();
        assertThat(sample.stream().map(Question::text).distinct().count()).isLessThan(sample.size());
        assertThat(sample)
                .filteredOn(question -> question.text().equals(question.body()))
                .hasSize(2);
    }

    @Test
    void readsPackedFilesUpToALimit() throws IOException {
        Path file = folder.resolve("some set.jsonl.gz");
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write("{\"text\":\"一\"}\n\n{\"text\":\"b\"}\n{\"text\":\"c\"}\n".getBytes(StandardCharsets.UTF_8));
        }

        List<Question> questions = QuestionFile.read(List.of(file), 2);

        assertThat(questions).extracting(Question::text).containsExactly("一", "b");
        assertThat(questions).extracting(each -> each.id().value()).containsExactly("some-set-001", "some-set-003");
    }

    @Test
    void saysWhereALineHasNoText() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jsonl"), "{\"text\":\"a\"}\n{\"question\":\"b\"}\n");

        assertThatThrownBy(() -> QuestionFile.read(List.of(file), 9))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.jsonl, line 2");
    }
}
