package dev.ponder.bench.elasticity;

import dev.ponder.bench.BenchOptions;
import dev.ponder.scaling.trace.Bursts;
import dev.ponder.scaling.trace.Trace;
import dev.ponder.scaling.trace.TraceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What our scaling law attains and costs, beside those of others, in a simulated fleet. */
@Command(
        name = "autoscale",
        description = "Plays scaling laws over the same arrivals in a simulated fleet: a first-order model of a GPU.")
public final class AutoscaleCommand implements Callable<Integer> {

    private static final String RAMP = "ramp";
    private static final String AZURE = "azure";
    private static final int AZURE_COPIES = 4;
    private static final String BURSTS = "bursts";
    private static final int SEEDS = 5;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(
            names = "--trace",
            paramLabel = "ramp|bursts|FILE",
            description = "What arrives. Default: ${DEFAULT-VALUE}.")
    private String trace = RAMP;

    @Option(
            names = "--scale",
            paramLabel = "K",
            description = "Overlay so many copies of a trace. Default: 4 for files named azure…, else 1.")
    private @Nullable Integer scale;

    @Option(
            names = "--cold-start",
            paramLabel = "S",
            split = ",",
            description = "Play the ramp with these cold starts in seconds, each against one of 30 s.")
    private List<Integer> coldStarts = List.of();

    @Option(
            names = "--deadline-batch",
            arity = "0..1",
            fallbackValue = "1000",
            paramLabel = "N",
            description = "Play cohorts of batch jobs instead. Default: 1000.")
    private @Nullable Integer cohorts;

    @Option(names = "--min", description = "Replicas at least, for a trace. Default: ${DEFAULT-VALUE}.")
    private int min = 1;

    @Option(names = "--max", description = "Replicas at most, for a trace. Default: ${DEFAULT-VALUE}.")
    private int max = 32;

    @Override
    public Integer call() throws IOException {
        options.say(GpuOfMeasures.IN_WORDS);
        if (cohorts != null) {
            int count = options.quick() ? Math.min(cohorts, 20) : cohorts;
            options.publish(CohortStudy.report(options.seed(), count), CohortStudy.TARGETS);
        } else if (trace.equals(RAMP)) {
            ramp();
        } else {
            options.publish(new TraceStudy(arriving(), min, max).report(), TraceStudy.TARGETS);
        }
        return 0;
    }

    private Trace arriving() throws IOException {
        return trace.equals(BURSTS)
                ? Bursts.draw(options.seed())
                : Crowd.overlaid(TraceFile.read(Path.of(trace)), copies(), options.seed());
    }

    private void ramp() throws IOException {
        RampStudy study = new RampStudy(options.seed(), options.quick() ? 1 : SEEDS);
        options.publish(
                coldStarts.isEmpty()
                        ? study.report()
                        : study.sweep(
                                coldStarts.stream().map(Duration::ofSeconds).toList()),
                RampStudy.TARGETS);
    }

    private int copies() {
        if (scale != null) {
            return scale;
        }
        return String.valueOf(Path.of(trace).getFileName()).startsWith(AZURE) ? AZURE_COPIES : 1;
    }
}
