package dev.ponder.local.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.mechanics.time.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that runs, its log in a file. Any thread may stop it; one awaits it. */
final class ChildProcess {

    /** The terminal's Ctrl-C reaches all processes at once; ours end when they are told, one after another. */
    private static final List<String> DEAF_TO_CTRL_C = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private static final int TAIL_LINES = 15;
    private static final long LOOK_MILLIS = 50;
    private static final Duration KILL_GRACE = Duration.ofSeconds(2);

    private final String name;
    private final Readiness readiness;
    private final Process process;
    private final Path log;

    private ChildProcess(String name, Readiness readiness, Process process, Path log) {
        this.name = name;
        this.readiness = readiness;
        this.process = process;
        this.log = log;
    }

    static ChildProcess start(String name, Readiness readiness, List<String> command, Path log) throws LaunchException {
        try {
            return new ChildProcess(name, readiness, spawn(command, log), log);
        } catch (IOException refused) {
            throw new LaunchException(name + " could not be started", refused);
        }
    }

    /** Starts a command that no Ctrl-C reaches, reading nothing and writing to a log. */
    static Process spawn(List<String> command, Path log) throws IOException {
        List<String> whole = new ArrayList<>(DEAF_TO_CTRL_C);
        whole.addAll(command);
        return new ProcessBuilder(whole)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it serves; its end or the limit fails with the end of its log. */
    void awaitReady(Duration limit, Ticker ticker) throws LaunchException, InterruptedException {
        long deadlineNanos = ticker.nanos() + limit.toNanos();
        while (!ReadinessProbe.isReady(readiness, log)) {
            if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                throw failure("ended with exit code " + process.exitValue() + " before it was ready");
            }
            if (ticker.nanos() - deadlineNanos > 0) {
                throw failure("was not ready after " + limit.toSeconds() + " s");
            }
        }
    }

    /** Asks it to end, waits, and ends it by force when the grace is over. */
    void stop(Duration grace) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            process.waitFor(KILL_GRACE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Waits for its end; says whether it came. */
    boolean awaitEnd(long limit, TimeUnit unit) throws InterruptedException {
        return process.waitFor(limit, unit);
    }

    LaunchException failure(String what) {
        return new LaunchException(name + " " + what + ". The end of " + log + ":\n" + tail());
    }

    private String tail() {
        try {
            List<String> lines =
                    new String(Files.readAllBytes(log), UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException unreadable) {
            return "(no log: " + unreadable.getMessage() + ")";
        }
    }
}
