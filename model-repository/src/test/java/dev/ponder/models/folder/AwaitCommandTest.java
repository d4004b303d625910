package dev.ponder.models.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.models.terminal.Lines;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AwaitCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void waitsUntilAnotherHasFinished() throws Exception {
        OwnFolder made = new OwnFolder(folder.resolve("made"));
        CompletableFuture<Integer> waiting = CompletableFuture.supplyAsync(() -> run("10"));
        Files.writeString(made.unfinished().resolve("file"), "x");

        made.finish("stamp");

        assertThat(waiting.get(30, TimeUnit.SECONDS)).isZero();
        assertThat(made.stamp()).contains("stamp");
    }

    @Test
    void saysWhatIsMissingWhenItsTimeIsUp() throws Exception {
        Files.createDirectories(folder.resolve("made"));

        assertThat(run("0")).isEqualTo(1);

        assertThat(said.toString(UTF_8)).contains("is not there after 0 minutes; see the job that makes it");
    }

    private int run(String minutes) {
        Lines lines = new Lines(new PrintStream(said, true, UTF_8));
        return new CommandLine(new AwaitCommand(lines, Duration.ofMillis(5)))
                .execute("--folder", folder.resolve("made").toString(), "--minutes", minutes);
    }
}
