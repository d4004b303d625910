package dev.ponder.cluster.chart;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.cluster.site.Said;
import dev.ponder.cluster.site.Toolbox;
import java.io.IOException;
import java.io.UncheckedIOException;
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
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Said("helm " + arguments.getFirst(), process.waitFor(), said, "");
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while helm ran", stopping);
        }
    }
}
