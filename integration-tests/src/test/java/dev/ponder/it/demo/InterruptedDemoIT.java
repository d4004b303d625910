package dev.ponder.it.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A demo that a person ends by Ctrl-C after the first answer. */
class InterruptedDemoIT {

    private static final int SIGINT = 130;

    @TempDir
    private Path folder;

    @Test
    void leavesNoProcessAndNoFile() throws Exception {
        try (RunningDemo demo = RunningDemo.start(folder)) {
            demo.awaitAnswer();
            List<ProcessHandle> processes = demo.descendants();
            assertThat(processes).hasSizeGreaterThanOrEqualTo(6).noneMatch(InterruptedDemoIT::hasPerformanceFile);

            int exit = demo.interrupt();

            assertThat(exit).isEqualTo(SIGINT);
            assertThat(processes).allSatisfy(each -> assertThat(each.onExit()).succeedsWithin(10, TimeUnit.SECONDS));
            assertThat(demo.left()).isEmpty();
            assertThat(demo.unfinished()).isEmpty();
        }
    }

    /** A JVM tells monitors about itself in a file that no property moves. */
    private static boolean hasPerformanceFile(ProcessHandle process) {
        return Files.exists(
                Path.of("/tmp/hsperfdata_" + System.getProperty("user.name"), Long.toString(process.pid())));
    }
}
