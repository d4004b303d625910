package dev.ponder.cluster.supply;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** One of the scripts that build and start a cluster. One thread. */
final class Script {

    private static final int TAIL_LINES = 15;

    private final Path file;
    private final Path log;

    /** A script whose complaints go to a log. */
    Script(Path file, Path log) {
        this.file = file;
        this.log = log;
    }

    /** Runs it and tells each line that it writes; fails with the end of its log. */
    void run(Path folder, Consumer<String> line) throws SupplyException, IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of("bash", file.toString(), folder.toString()))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Thread killer = Thread.ofPlatform().unstarted(process::destroy);
        Runtime.getRuntime().addShutdownHook(killer);
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            lines.lines().forEach(line);
        }
        int exit = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(killer);
        if (exit != 0) {
            throw new SupplyException(
                    file.getFileName() + " ended with exit code " + exit + ". The end of " + log + ":\n" + tail());
        }
    }

    private String tail() throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), UTF_8).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }
}
