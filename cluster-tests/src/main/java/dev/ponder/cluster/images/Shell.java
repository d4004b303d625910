package dev.ponder.cluster.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs commands to their end, each with a limit, and keeps what they say. */
final class Shell {

    private static final long LIMIT_SECONDS = 540;

    /** As shells say it of a program that is not there, and of one that was killed. */
    private static final int NOT_FOUND = 127;

    private static final int KILLED = 137;

    private final Path folder;
    private final Map<String, String> environment;

    /** Runs commands in a folder, with these variables besides the usual ones. */
    Shell(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /** How a command ended, and what it said on both streams. */
    record Ended(int code, String said) {}

    Ended run(List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("ponder-shell-", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            return end(builder.start(), command, log);
        } catch (IOException absent) {
            return new Ended(NOT_FOUND, String.valueOf(absent.getMessage()));
        } finally {
            Files.deleteIfExists(log);
        }
    }

    /** Whatever keeps it from ending, nothing of it goes on. */
    private static Ended end(Process process, List<String> command, Path log) throws IOException, InterruptedException {
        try {
            return process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)
                    ? new Ended(process.exitValue(), Files.readString(log))
                    : new Ended(KILLED, "no end within " + LIMIT_SECONDS + " s: " + command);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Runs it, and fails with what it said where it does not end well. */
    String must(List<String> command) throws IOException, InterruptedException {
        Ended ended = run(command);
        if (ended.code() != 0) {
            throw new AssertionError(
                    String.join(" ", command) + " ended with exit code " + ended.code() + ":\n" + ended.said());
        }
        return ended.said();
    }
}
