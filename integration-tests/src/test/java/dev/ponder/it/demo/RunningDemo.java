package dev.ponder.it.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A demo as the script starts it, but for a home and a folder of temporary files that are its own: a JVM asks the system for both and
 * not the environment, so every JVM below it is told by options that its own command line comes before.
 */
final class RunningDemo implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SCRIPT =
            "mkdir -p \"$1/$$\"; tmp=$1/$$; shift; exec \"$1\" -Djava.io.tmpdir=\"$tmp\" \"${@:2}\"";

    private final Checkout checkout = Checkout.current();
    private final Path folder;
    private final Process process;

    private RunningDemo(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Starts one that would go on for minutes. */
    static RunningDemo start(Path folder) throws IOException, LaunchException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Checkout checkout = Checkout.current();
        List<String> command = new ArrayList<>(hearsCtrlC());
        command.addAll(List.of(
                "bash", "-c", SCRIPT, "demo", checkout.state().resolve("tmp").toString()));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-XX:-UsePerfData",
                "-Dponder.root=" + checkout.root(),
                "-jar",
                checkout.jar("local").toString()));
        command.addAll(List.of("demo", "--rate", "0.2"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("TMPDIR", temporary.toString());
        builder.environment()
                .put(
                        "JDK_JAVA_OPTIONS",
                        "-Duser.home=" + home + " -Djava.io.tmpdir=" + temporary + " -XX:+UsePerfData");
        return new RunningDemo(folder, builder.start());
    }

    /** Where tests run in the background of a shell, Ctrl-C is ignored by them and what they start; this undoes it where it can. */
    private static List<String> hearsCtrlC() throws InterruptedException {
        List<String> undo = List.of("env", "--default-signal=INT");
        try {
            List<String> attempt = new ArrayList<>(undo);
            attempt.add("true");
            Process tried = new ProcessBuilder(attempt)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return tried.waitFor() == 0 ? undo : List.of();
        } catch (IOException noEnv) {
            return List.of();
        }
    }

    /** Returns when the first answer stands on the screen. */
    void awaitAnswer() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(said()).as("%s", said()).anyMatch(line -> line.startsWith("= ")));
    }

    List<String> said() throws IOException {
        return Files.readAllLines(folder.resolve("said"));
    }

    /** The processes that run for it. */
    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** Ctrl-C; returns its exit code. */
    int interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** What it left in its home and among temporary files. */
    List<Path> left() throws IOException {
        List<Path> left = new ArrayList<>();
        for (String name : List.of("home", "tmp")) {
            try (Stream<Path> files = Files.walk(folder.resolve(name))) {
                files.skip(1).forEach(left::add);
            }
        }
        return left;
    }

    /** What is left of what it needed while it ran. */
    List<Path> unfinished() throws IOException {
        Path run = runFolder();
        return Stream.of(
                        checkout.state().resolve("tmp").resolve(Long.toString(process.pid())),
                        run.resolve("tmp"),
                        run.resolve("broker"),
                        run.resolve("cache"))
                .filter(Files::exists)
                .toList();
    }

    private Path runFolder() throws IOException {
        String pid = Long.toString(process.pid());
        try (Stream<Path> runs = Files.list(checkout.state())) {
            return runs.filter(run -> isOwnedBy(run, pid)).findFirst().orElseThrow();
        }
    }

    private static boolean isOwnedBy(Path run, String pid) {
        try {
            return Files.readString(run.resolve("owner.pid")).strip().equals(pid);
        } catch (IOException another) {
            return false;
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> all = new ArrayList<>(descendants());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
