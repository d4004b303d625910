package dev.ponder.images.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTest {

    @TempDir
    private Path root;

    @Test
    void isUnknownWithoutGit() throws InterruptedException {
        assertThat(Source.of(root)).isEqualTo(new Source("unknown", Instant.EPOCH));
    }

    @Test
    void isUnknownWithoutGitInsideAnotherCheckout() throws IOException, InterruptedException {
        commit();
        Path inside = Files.createDirectory(root.resolve("inside"));

        assertThat(Source.of(inside)).isEqualTo(new Source("unknown", Instant.EPOCH));
    }

    @Test
    void isTheCommitAndItsTime() throws IOException, InterruptedException {
        commit();

        Source source = Source.of(root);

        assertThat(source.revision()).matches("[0-9a-f]{40}");
        assertThat(source.time()).isEqualTo(Instant.parse("2026-11-30T08:00:00Z"));
    }

    @Test
    void saysThatTheWorkingTreeDiffers() throws IOException, InterruptedException {
        commit();
        Files.writeString(root.resolve("new.txt"), "not committed");

        assertThat(Source.of(root).revision()).endsWith("-changed");
    }

    private void commit() throws IOException, InterruptedException {
        Files.writeString(root.resolve("file.txt"), "text");
        git("init", "--quiet");
        git("add", "file.txt");
        git("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "--quiet", "--message", "One");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("GIT_COMMITTER_DATE", "2026-11-30T08:00:00Z");
        assertThat(builder.start().waitFor()).isZero();
    }
}
