package dev.ponder.dashboards;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The folders of this repository, and programs that a machine may have. */
final class Repository {

    static final Path ROOT = requireNonNull(Path.of("").toAbsolutePath().getParent());
    static final Path CASES = Path.of("src/test/promtool").toAbsolutePath();

    /** How a program ended. */
    record Ended(int code, String said) {}

    private Repository() {}

    static boolean has(String program) {
        return Optional.ofNullable(System.getenv("PATH")).stream()
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    static Ended run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("did not end: " + String.join(" ", command));
        }
        return new Ended(process.exitValue(), said);
    }
}
