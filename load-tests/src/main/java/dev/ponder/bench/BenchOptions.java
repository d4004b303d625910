package dev.ponder.bench;

import dev.ponder.bench.report.Report;
import dev.ponder.bench.report.Row;
import dev.ponder.bench.report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every bench can be told. */
public final class BenchOptions {

    @Option(names = "--seed", description = "The first seed. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--quick", description = "A small run that shows the form, not the figures that are quoted.")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the report there.")
    private @Nullable Path json;

    /** The first seed. */
    public long seed() {
        return seed;
    }

    /** Whether a small run is enough. */
    public boolean quick() {
        return quick;
    }

    /** Says what is being done; benches take minutes. */
    public void say(String line) {
        System.out.println(line);
    }

    /**
     * Shows the figures and writes the report.
     *
     * @param targets what each metric should be, in words
     */
    public void publish(Report report, Map<String, String> targets) throws IOException {
        say("");
        say(Table.of(report.rows()));
        conclude(report, targets);
    }

    /** Shows the metrics alone, where the rows were shown as they came, and writes the report. */
    public void conclude(Report report, Map<String, String> targets) throws IOException {
        say("");
        List<Row> metrics = report.metrics().entrySet().stream()
                .map(metric -> Row.named(named(metric.getKey(), targets)).with("value", metric.getValue()))
                .toList();
        say(Table.of(metrics));
        if (json != null) {
            report.write(json);
        }
    }

    private static String named(String metric, Map<String, String> targets) {
        String target = targets.get(metric);
        return target == null ? metric : metric + " (target " + target + ")";
    }
}
