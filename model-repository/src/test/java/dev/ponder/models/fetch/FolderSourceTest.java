package dev.ponder.models.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.models.folder.OwnFolder;
import dev.ponder.models.terminal.Lines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectories(from());
        Files.writeString(from().resolve("config.json"), "{}");
        Files.writeString(from().resolve("model.safetensors"), "weights");
        Files.writeString(from().resolve("model.bin"), "the same, older");
    }

    @Test
    void copiesWhatIsNotLeftOut() throws Exception {
        snapshot().bring();

        assertThat(folder.resolve("to/model.safetensors")).hasContent("weights");
        assertThat(folder.resolve("to/model.bin")).doesNotExist();
    }

    @Test
    void holdsTheSumsThatLieThere() throws Exception {
        String sum = Listed.sha256("weights".getBytes(UTF_8));
        Files.writeString(from().resolve("SHA256SUMS"), sum + "  ./model.safetensors\n");
        snapshot().bring();
        Files.writeString(from().resolve("model.safetensors"), "WEIGHTS");

        assertThatThrownBy(() -> new Snapshot(
                                new FolderSource(from()), new OwnFolder(folder.resolve("other")), List.of(), lines())
                        .bring())
                .hasMessageContaining("model.safetensors does not have the size and checksum");
    }

    @Test
    void refusesAFolderThatLacksWhatItsSumsName() throws Exception {
        Files.writeString(from().resolve("SHA256SUMS"), "0".repeat(64) + "  gone.safetensors\n");

        assertThatThrownBy(() -> snapshot().bring()).hasMessageContaining("lacks gone.safetensors");
    }

    @Test
    void refusesAPointerInAFilesPlace() throws Exception {
        Files.writeString(
                from().resolve("model.safetensors"),
                "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0".repeat(64) + "\nsize 1\n");

        assertThatThrownBy(() -> snapshot().bring()).hasMessageContaining("is a git LFS pointer");
    }

    @Test
    void refusesAFolderWithoutAModel() throws Exception {
        Files.delete(from().resolve("config.json"));

        assertThatThrownBy(() -> snapshot().bring()).hasMessageContaining("holds no config.json");
    }

    private Path from() {
        return folder.resolve("from");
    }

    private Snapshot snapshot() {
        return new Snapshot(new FolderSource(from()), new OwnFolder(folder.resolve("to")), List.of("*.bin"), lines());
    }

    private static Lines lines() {
        return new Lines(new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
    }
}
