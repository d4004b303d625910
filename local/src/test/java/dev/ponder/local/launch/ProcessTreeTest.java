package dev.ponder.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.mechanics.time.Ticker;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTreeTest {

    @TempDir
    private Path folder;

    private ProcessTree tree;

    @BeforeEach
    void plant() throws LaunchException {
        tree = ProcessTree.plant(Ticker.system());
    }

    @AfterEach
    void close() {
        tree.close();
    }

    @Test
    void endsTheYoungestFirst() throws LaunchException, InterruptedException, IOException {
        for (String name : List.of("one", "two", "three")) {
            tree.awaitReady(start(name, staying(name)));
        }

        tree.close();

        assertThat(Files.readAllLines(folder.resolve("ends")))
                .containsExactly("end of three", "end of two", "end of one");
    }

    @Test
    void showsTheEndOfTheLogOfWhatDoesNotStart() throws LaunchException {
        ChildProcess broken = start("broken", "echo the reason; exit 7");

        assertThatThrownBy(() -> tree.awaitReady(broken))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("broken ended with exit code 7")
                .hasMessageContaining("the reason");
    }

    @Test
    void noticesThatAPartHasEnded() throws LaunchException, InterruptedException {
        ChildProcess one = start("one", "exec sleep 60");
        tree.check();

        ProcessHandle.of(one.pid()).orElseThrow().destroyForcibly();
        one.awaitEnd(5, TimeUnit.SECONDS);

        assertThatThrownBy(tree::check).hasMessageContaining("one has ended by itself");
    }

    @Test
    void outlivesAProgramThatIsNotOurs() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        List<String> command = List.of("/bin/sh", "-c", "exec sleep 60");
        Companion companion = new Companion("beside", command, URI.create("http://127.0.0.1:1/"), data);
        ChildProcess beside = tree.start(companion, folder.resolve("beside.log"));

        ProcessHandle.of(beside.pid()).orElseThrow().destroyForcibly();
        beside.awaitEnd(5, TimeUnit.SECONDS);

        tree.check();
        assertThat(tree.lost()).containsExactly("beside");
        tree.close();
        assertThat(data).doesNotExist();
    }

    @Test
    void startsNothingOnceClosed() {
        tree.close();

        assertThatThrownBy(() -> start("late", "exec sleep 60")).hasMessageContaining("stopped");
    }

    private static String staying(String name) {
        return "echo '{\"ready\":true}'; trap 'echo end of " + name + " >> ends; exit 0' TERM;"
                + " while :; do sleep 0.05; done";
    }

    private ChildProcess start(String name, String script) throws LaunchException {
        Program program = new Program("test", name, folder, "", "1m", Map.of(), List.of(), Readiness.Announced.JSON);
        List<String> command = List.of("/bin/sh", "-c", "cd " + folder + "; " + script);
        return tree.start(program, command, folder.resolve(name + ".log"));
    }
}
