package dev.ponder.bench.dashboards;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.dashboards.Everything;
import dev.ponder.dashboards.rule.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands beside alerts: a runbook, and a case of promtool that passes.
 *
 * @param root the top of the repository
 */
record AlertFiles(Path root) {

    private static final String CASES = "dashboards/src/test/promtool";

    List<String> withoutRunbook() {
        return Everything.alerts().stream()
                .filter(alert -> !Files.isReadable(root.resolve(alert.runbook())))
                .map(Alert::name)
                .toList();
    }

    /**
     * Those without a case, or whose case fails.
     *
     * @param promtool runs the cases; where there is none, that they are there must do
     */
    List<String> withoutTest(Optional<Path> promtool) throws IOException, InterruptedException {
        List<String> without = new ArrayList<>();
        for (Alert alert : Everything.alerts()) {
            Path cases = root.resolve(CASES).resolve(alert.name() + ".yaml");
            boolean named = Files.isReadable(cases) && Files.readString(cases).contains("alertname: " + alert.name());
            if (!named || (promtool.isPresent() && !passes(promtool.orElseThrow(), cases))) {
                without.add(alert.name());
            }
        }
        return without;
    }

    private static boolean passes(Path promtool, Path cases) throws IOException, InterruptedException {
        Process run = new ProcessBuilder(promtool.toString(), "test", "rules", cases.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(run.getInputStream().readAllBytes(), UTF_8);
        boolean passed = run.waitFor() == 0;
        if (!passed) {
            System.err.println(said);
        }
        return passed;
    }
}
