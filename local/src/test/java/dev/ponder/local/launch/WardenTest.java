package dev.ponder.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WardenTest {

    /** A launcher that starts a child and is then killed. */
    static final class Launcher {
        private Launcher() {}

        public static void main(String... arguments) throws IOException, InterruptedException {
            Process child = new ProcessBuilder("sleep", "300").start();
            Warden.start().watch(child.pid());
            System.out.println(child.pid());
            child.waitFor();
        }
    }

    @Test
    void endsTheChildrenOfAKilledLauncher() throws IOException, InterruptedException {
        Process launcher = new ProcessBuilder(List.of(
                        JavaCommand.java().toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName()))
                .start();
        ProcessHandle child;
        try (var said = launcher.inputReader()) {
            child = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
        }

        launcher.destroyForcibly().waitFor();

        assertThat(child.onExit()).succeedsWithin(10, TimeUnit.SECONDS);
    }
}
