package dev.ponder.cluster.chart;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.cluster.site.Said;
import dev.ponder.cluster.site.Toolbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The helm of the PATH, where there is one. */
final class Helm {

    private Helm() {}

    /** The chart, worked on by that helm; the test is skipped where there is none. */
    static Chart chart() {
        Path program = new Toolbox(List.of())
                .find("helm")
                .orElseGet(() -> Assumptions.abort("helm is not on the PATH, so the chart is not rendered here;"
                        + " ./ponder test --cluster brings one"));
        return new Chart(arguments -> call(program, arguments));
    }

    private static Said call(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        try {
            Path complaints = Files.createTempFile("helm", ".err");
            Process process = new ProcessBuilder(command)
                    .redirectError(complaints.toFile())
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            int exit = process.waitFor();
            String complaint = Files.readString(complaints);
            Files.delete(complaints);
            return new Said("helm " + arguments.getFirst(), exit, said, complaint);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while helm ran", stopping);
        }
    }
}
