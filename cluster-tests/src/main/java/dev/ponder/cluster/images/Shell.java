package dev.ponder.cluster.images;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs commands to their end, each with a limit, and keeps what they say. */
final class Shell {

    private static final long LIMIT_SECONDS = 900;

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
            Process process = builder.start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Ended(-1, "no end within " + LIMIT_SECONDS + " s: " + command);
            }
            return new Ended(process.exitValue(), new String(Files.readAllBytes(log), UTF_8));
        } finally {
            Files.deleteIfExists(log);
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
