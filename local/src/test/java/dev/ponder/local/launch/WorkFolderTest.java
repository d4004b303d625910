package dev.ponder.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {

    private static final long NOBODY = Integer.MAX_VALUE;

    @TempDir
    private Path state;

    @Test
    void givesRunsBesideOneAnotherFoldersOfTheirOwn() throws IOException {
        assertThat(WorkFolder.next(state).path()).isEqualTo(state.resolve("run-1"));
        assertThat(WorkFolder.next(state).path()).isEqualTo(state.resolve("run-2"));
    }

    @Test
    void keepsTheNewestFinishedRuns() throws IOException {
        for (int i = 0; i < 5; i++) {
            WorkFolder folder = WorkFolder.next(state);
            Files.writeString(folder.path().resolve("owner.pid"), Long.toString(NOBODY));
        }

        WorkFolder next = WorkFolder.next(state);

        try (Stream<Path> folders = Files.list(state)) {
            assertThat(folders).hasSize(4).contains(next.path());
        }
    }

    @Test
    void dropsWhatAnInterruptedRunRecordedAndKeepsItsLogs() throws IOException {
        WorkFolder interrupted = WorkFolder.next(state);
        Files.writeString(interrupted.path().resolve("owner.pid"), Long.toString(NOBODY));
        Files.writeString(interrupted.recording("broker"), "large");
        Files.writeString(interrupted.log("broker"), "ended");

        WorkFolder running = WorkFolder.next(state);
        Files.writeString(running.recording("broker"), "large");
        WorkFolder.next(state);

        assertThat(interrupted.recording("broker")).doesNotExist();
        assertThat(interrupted.log("broker")).exists();
        assertThat(running.recording("broker")).exists();
    }
}
