package dev.ponder.bench.dashboards;

import dev.ponder.bench.BenchOptions;
import dev.ponder.bench.report.Report;
import dev.ponder.bench.report.Row;
import dev.ponder.dashboards.Everything;
import dev.ponder.dashboards.panel.Dashboard;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether dashboards and alerts have data. */
@Command(
        name = "dashboards",
        description =
                "Every query of every dashboard and alert, asked of a real Prometheus over the real services under load.")
public final class DashboardsCommand implements Callable<Integer> {

    private static final int NO_PROGRAM = 3;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(names = "--prometheus", paramLabel = "FILE", description = "Prometheus; the PATH's where none is named.")
    private @Nullable Path prometheus;

    @Option(names = "--promtool", paramLabel = "FILE", description = "promtool; the PATH's where none is named.")
    private @Nullable Path promtool;

    @Option(
            names = "--rate",
            description = "Requests a second at the most; the load swings below it. Default: ${DEFAULT-VALUE}.")
    private double rate = 6;

    @Option(
            names = "--hold",
            paramLabel = "SECONDS",
            description = "Keep everything running for so long afterwards, load included, for whoever wants to look.")
    private int hold;

    @Option(names = "--port", description = "Port of Prometheus; 0 is a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Override
    public Integer call() throws LaunchException, InterruptedException, IOException {
        Optional<Path> server = OnPath.find("prometheus", prometheus);
        Optional<Path> tool = OnPath.find("promtool", promtool);
        if (server.isEmpty()) {
            System.err.println(
                    "Prometheus was not found. Install it (apt-get install prometheus, brew install prometheus)"
                            + " or name its program with --prometheus FILE.");
            return NO_PROGRAM;
        }
        if (tool.isEmpty()) {
            options.say("promtool was not found: the alerts' cases are looked for and not run.");
        }
        Path root = Path.of(System.getProperty("ponder.root", "")).toAbsolutePath();
        Duration warmUp = Duration.ofSeconds(options.quick() ? 40 : 120);
        AlertFiles files = new AlertFiles(root);
        Watched watched = new Watched(server.orElseThrow(), port, rate, options.seed(), options::say);
        Watched.Seen seen = watched.run(warmUp, Duration.ofSeconds(hold));
        publish(seen, files.withoutTest(tool), files.withoutRunbook());
        return 0;
    }

    private void publish(Watched.Seen seen, List<String> withoutTest, List<String> withoutRunbook) throws IOException {
        seen.missing().forEach(one -> options.say("no data: " + one.where() + "\n         " + one.promql()));
        withoutTest.forEach(name -> options.say("no case that passes: " + name));
        withoutRunbook.forEach(name -> options.say("no runbook: " + name));
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("queries", (double) Question.ofDashboards().size());
        metrics.put("alert_expressions", (double) Question.ofAlerts().size());
        metrics.put("queries_without_data", (double) seen.missing().size());
        metrics.put("alerts", (double) Everything.alerts().size());
        metrics.put("alerts_without_test", (double) withoutTest.size());
        metrics.put("alerts_without_runbook", (double) withoutRunbook.size());
        options.publish(
                new Report(
                        "dashboards",
                        Map.of("rate", Double.toString(rate), "quick", Boolean.toString(options.quick())),
                        List.of(options.seed()),
                        metrics,
                        rows(seen)),
                Map.of(
                        "queries", ">= 60",
                        "queries_without_data", "0",
                        "alerts_without_test", "0",
                        "alerts_without_runbook", "0"));
    }

    private static List<Row> rows(Watched.Seen seen) {
        List<Row> rows = new ArrayList<>();
        for (Dashboard dashboard : Everything.dashboards()) {
            String prefix = dashboard.uid() + ": ";
            rows.add(Row.named(dashboard.uid())
                    .with("panels", dashboard.panels().size())
                    .with("queries", count(Question.ofDashboards(), prefix))
                    .with("without_data", count(seen.missing(), prefix)));
        }
        return rows;
    }

    private static int count(List<Question> questions, String prefix) {
        return (int)
                questions.stream().filter(one -> one.where().startsWith(prefix)).count();
    }
}
