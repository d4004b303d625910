package dev.ponder.cluster.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that is called and answers, as kubectl or helm. Any thread.
 *
 * @param program the file or the name to start
 * @param environment what it is told besides what this process was
 * @param folder where it may keep files of its own
 */
record Tool(String program, Map<String, String> environment, Path folder) {

    private static final long PATIENCE_MINUTES = 5;

    Tool {
        environment = Map.copyOf(environment);
    }

    /** Calls it, waits for its end and tells what it said; one that does not end is killed, which is exit code 137. */
    Said call(String input, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(arguments);
        String shown = Path.of(program).getFileName() + " " + String.join(" ", arguments);
        try {
            Path out = Files.createTempFile(folder, "said-", ".out");
            Path err = Files.createTempFile(folder, "said-", ".err");
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
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(UTF_8));
        }
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
            }
            return process.exitValue();
        } catch (InterruptedException stopping) {
            process.destroyForcibly();
            throw (IOException)
                    new InterruptedIOException("interrupted while " + command.getFirst() + " ran").initCause(stopping);
        }
    }
}
