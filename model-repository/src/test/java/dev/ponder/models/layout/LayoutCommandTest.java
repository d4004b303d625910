package dev.ponder.models.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.models.ModelRepositoryMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void takesOverTheProgramsOfNvidiasModel() throws Exception {
        Path templates = templates();

        int status = run("--weights", "/models/w", "--templates", templates.toString());

        assertThat(status).isZero();
        assertThat(model().resolve("1/model.py")).hasContent("# theirs");
        assertThat(model().resolve("1/helpers.py")).hasContent("# theirs too");
        assertThat(model().resolve("1/model.yaml")).content().contains("model: \"/models/w\"");
    }

    /** What profile edge of the chart asks for; whether the server takes it is tried by {@code LayoutIT}. */
    @Test
    void laysTheEdgesOwnProgramOut() throws Exception {
        int status =
                run("--weights=/models/w", "--profile=llmapi", "--engine=cpu_int8", "--batch=8", "--sequence=4096");

        assertThat(status).isZero();
        try (Stream<Path> files = Files.walk(model())) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(model()::relativize)
                            .map(Path::toString))
                    .containsExactlyInAnyOrder("config.pbtxt", "1/model.py", "1/model.yaml");
        }
        assertThat(model().resolve("config.pbtxt"))
                .content()
                .contains("backend: \"python\"", "decoupled: true", "kind: KIND_CPU", "name: \"text_input\"")
                .doesNotContain("max_batch_size");
        assertThat(model().resolve("1/model.yaml"))
                .content()
                .contains("model: \"/models/w\"", "\nmax_batch_size: 8\n", "\nmax_seq_len: 4096\n");
        assertThat(model().resolve("1/model.py")).content().contains("quantize_dynamic", "inplace=True");
        assertThat(run("--weights=/models/w", "--profile=ifb", "--engine=cpu_int8"))
                .isEqualTo(2);
    }

    @Test
    void changesNothingTheSecondTime() throws Exception {
        standIn(8);
        FileTime before = Files.getLastModifiedTime(model().resolve("config.pbtxt"));

        standIn(8);

        assertThat(Files.getLastModifiedTime(model().resolve("config.pbtxt"))).isEqualTo(before);
    }

    @Test
    void replacesItsOwnWithAnother() throws Exception {
        standIn(8);

        standIn(16);

        assertThat(model().resolve("config.pbtxt")).content().contains("max_batch_size: 16");
        assertThat(folder).isDirectoryNotContaining("glob:**.replaced");
    }

    @Test
    void mendsAFileThatSomebodyChanged() throws Exception {
        standIn(8);
        Files.writeString(model().resolve("config.pbtxt"), "other");

        standIn(8);

        assertThat(model().resolve("config.pbtxt")).content().contains("max_batch_size: 8");
    }

    @Test
    void leavesAloneWhatItDidNotWrite() throws Exception {
        Files.createDirectories(folder.resolve("repository/mine"));

        int status = run("--weights", "/models/w", "--profile", "ifb");

        assertThat(status).isEqualTo(3);
        assertThat(folder.resolve("repository")).isDirectoryContaining("glob:**/mine");
        assertThat(model()).doesNotExist();
    }

    @Test
    void takesTheOldOneBackAfterACrashBetweenTheMoves() throws Exception {
        standIn(8);
        Files.move(folder.resolve("repository"), folder.resolve(".repository.replaced"));

        standIn(8);

        assertThat(model().resolve("config.pbtxt")).exists();
        assertThat(folder.resolve(".repository.replaced")).doesNotExist();
    }

    @Test
    void refusesAWrongCallWithAStatusOfTwo() {
        assertThat(run("--weights", "relative")).isEqualTo(2);
        assertThat(run("--weights", "/models/w")).isEqualTo(2);
    }

    private void standIn(int batch) {
        assertThat(run(
                        "--weights",
                        "/models/w",
                        "--profile",
                        "ifb",
                        "--engine",
                        "stand_in",
                        "--batch",
                        Integer.toString(batch)))
                .isZero();
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "layout";
        all[1] = "--to";
        all[2] = folder.resolve("repository").toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return ModelRepositoryMain.execute(all);
    }

    private Path model() {
        return folder.resolve("repository/tensorrt_llm");
    }

    private Path templates() throws IOException {
        Path templates = folder.resolve("templates");
        Files.createDirectories(templates.resolve("1"));
        Files.writeString(templates.resolve("1/model.py"), "# theirs");
        Files.writeString(templates.resolve("1/helpers.py"), "# theirs too");
        return templates;
    }
}
