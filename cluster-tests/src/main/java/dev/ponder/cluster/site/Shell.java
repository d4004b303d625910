package dev.ponder.cluster.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Calls programs and waits for their end. Any thread.
 *
 * @param folder where they run
 * @param environment what they are told besides what this process was
 * @param patience after which one that has not ended is killed, with all that it started
 */
public record Shell(Path folder, Map<String, String> environment, Duration patience) {

    /** As shells say it of a program that is not there, and of one that was killed. */
    private static final int NOT_FOUND = 127;

    private static final int KILLED = 137;

    public Shell {
        requireNonNull(folder, "folder is null");
        requireNonNull(patience, "patience is null");
        environment = Map.copyOf(environment);
    }

    /** Calls a program that reads nothing. */
    public Said call(List<String> command) {
        return call("", command);
    }

    /** Calls a program that reads {@code input}; exit code 127 where there is no such program, 137 where it did not end. */
    public Said call(String input, List<String> command) {
        String shown =
                Path.of(command.getFirst()).getFileName() + " " + String.join(" ", command.subList(1, command.size()));
        try {
            Path out = Files.createTempFile("ponder-said-", ".out");
            Path err = Files.createTempFile("ponder-said-", ".err");
            try {
                int exit = run(command, input, out, err);
                return new Said(shown, exit, Files.readString(out), Files.readString(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (InterruptedIOException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(interrupted);
        } catch (IOException refused) {
            throw new UncheckedIOException(shown + " could not be called", refused);
        }
    }

    private int run(List<String> command, String input, Path out, Path err) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException absent) {
            Files.writeString(err, String.valueOf(absent.getMessage()));
            return NOT_FOUND;
        }
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(UTF_8));
        }
        return end(process, command.getFirst());
    }

    /** Whatever keeps it from ending, nothing of it goes on. */
    private int end(Process process, String program) throws IOException {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : KILLED;
        } catch (InterruptedException stopping) {
            throw (IOException) new InterruptedIOException("interrupted while " + program + " ran").initCause(stopping);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
