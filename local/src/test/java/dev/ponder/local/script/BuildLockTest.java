package dev.ponder.local.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.local.script.FakeCheckout.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One build at a time, whoever was killed before. */
@DisabledOnOs(OS.WINDOWS)
@SuppressWarnings("NullAway.Init") // lay() runs before each
class BuildLockTest {

    private static final String ANOTHER_START = "1";

    @TempDir
    private Path folder;

    private FakeCheckout checkout;
    private Path lock;

    @BeforeEach
    void lay() throws IOException {
        checkout = new FakeCheckout(folder);
        checkout.onPath(checkout.jdk("theirs", "25"));
        checkout.unbuild();
        checkout.slowMaven("0.2");
        lock = Files.createDirectories(checkout.path(".ponder/build.lock"));
    }

    @Test
    void isNotHeldUpByAProcessThatIsGone() throws IOException, InterruptedException {
        claim(Integer.MAX_VALUE + "." + ANOTHER_START);

        assertBuilds();
    }

    @Test
    void isNotHeldUpByALaterProcessOfTheSameId() throws IOException, InterruptedException {
        claim(ProcessHandle.current().pid() + "." + ANOTHER_START);

        assertBuilds();
    }

    @Test
    void isNotHeldUpByItsOwnIdFromAnEarlierLife() throws IOException, InterruptedException {
        Path before = checkout.path("before.sh");
        Files.writeString(before, "case $0 in */ponder) : >" + lock + "/$$." + ANOTHER_START + " ;; esac\n");
        checkout.set("BASH_ENV", before.toString());

        assertBuilds();
    }

    @Test
    void isNotHeldUpByTheLockOfAnOlderScript() throws IOException, InterruptedException {
        claim("pid");

        assertBuilds();
    }

    @Test
    void saysOnceForWhomItWaitsAndFindsTheBuildDone() throws Exception {
        checkout.slowMaven("3");
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Said> first = callers.submit(() -> checkout.call("demo"));
            await(() -> Files.exists(checkout.path("builds")));
            Future<Said> second = callers.submit(() -> checkout.call("demo"));
            await(() -> !checkout.remarks(2).isEmpty());

            assertThat(second.get().exit()).isZero();
            assertThat(second.get().err())
                    .containsExactly("Waiting for process " + first.get().pid() + ", which builds in this checkout.");
            assertThat(second.get().out()).contains("-Dponder.built=false");
        }
        assertThat(builds()).containsExactly("begin", "end");
    }

    @Test
    void letsOneOfManyBuildAtATimeAfterOneWasKilled() throws Exception {
        claim(Integer.MAX_VALUE + "." + ANOTHER_START);
        Files.setLastModifiedTime(
                checkout.path("pom.xml"), FileTime.from(Instant.now().plusSeconds(3_600))); // So that each builds.
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Said> call = () -> checkout.call("demo");
            for (Future<Said> one : callers.invokeAll(Collections.nCopies(4, call))) {
                assertThat(one.get().exit()).isZero();
            }
        }
        assertThat(builds())
                .isEqualTo(Collections.nCopies(4, List.of("begin", "end")).stream()
                        .flatMap(List::stream)
                        .toList());
    }

    private void claim(String name) throws IOException {
        Files.createFile(lock.resolve(name));
    }

    /** Returns when it is so; fails if it is not in time. */
    private static void await(Callable<Boolean> condition) throws Exception {
        Instant deadline = Instant.now().plusSeconds(20);
        while (!condition.call()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(20);
        }
    }

    private void assertBuilds() throws IOException, InterruptedException {
        Said said = checkout.call("demo");

        assertThat(said.exit()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(builds()).containsExactly("begin", "end");
        try (Stream<Path> left = Files.list(lock)) {
            assertThat(left).isEmpty();
        }
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(checkout.path("builds"));
    }
}
