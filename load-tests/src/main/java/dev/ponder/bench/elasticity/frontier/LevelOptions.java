package dev.ponder.bench.elasticity.frontier;

import dev.ponder.scaling.trace.Trace;
import dev.ponder.scaling.trace.TraceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much is asked, and what; picocli fills it. */
final class LevelOptions {

    private static final List<Double> QUICK_RATES = List.of(1.0, 4.0);
    private static final List<Double> RATES = List.of(0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0);
    private static final List<Integer> QUICK_COPIES = List.of(1);
    private static final List<Integer> COPIES = List.of(1, 2, 4, 8);

    @Option(names = "--trace", paramLabel = "FILE", description = "What arrives, instead of the ramp.")
    private @Nullable Path trace;

    @Option(
            names = "--qps",
            paramLabel = "Q",
            split = ",",
            description = "Requests a second of the ramp, on the mean over its time. Default: 0.5,1,2,4,8,16,32.")
    private List<Double> rates = List.of();

    @Option(
            names = "--scale",
            paramLabel = "K",
            split = ",",
            description = "How many copies of the trace are laid over one another. Default: 1,2,4,8.")
    private List<Integer> copies = List.of();

    @Option(
            names = "--max",
            defaultValue = "64",
            description = "Replicas among which the smallest static fleet is sought. Default: ${DEFAULT-VALUE}.")
    private int max = 64;

    /** Among how many replicas the static fleet is sought. */
    int max() {
        return max;
    }

    /**
     * The levels that were asked for.
     *
     * @throws IllegalArgumentException where there can be no such level
     */
    List<Level> levels(boolean quick) throws IOException {
        if (max < 1) {
            throw new IllegalArgumentException("a fleet has a replica or more, --max " + max);
        }
        if (trace == null) {
            return rates(quick).stream().map(Level::ramp).toList();
        }
        Trace read = TraceFile.read(trace);
        return copies(quick).stream().map(count -> Level.trace(read, count)).toList();
    }

    private List<Double> rates(boolean quick) {
        List<Double> standard = quick ? QUICK_RATES : RATES;
        return rates.isEmpty() ? standard : rates;
    }

    private List<Integer> copies(boolean quick) {
        List<Integer> standard = quick ? QUICK_COPIES : COPIES;
        return copies.isEmpty() ? standard : copies;
    }

    Map<String, String> arguments(boolean quick) {
        Map<String, String> arguments = new LinkedHashMap<>();
        if (trace == null) {
            arguments.put("trace", "ramp");
            arguments.put("qps", joined(rates(quick)));
        } else {
            arguments.put("trace", String.valueOf(trace.getFileName()));
            arguments.put("scale", joined(copies(quick)));
        }
        arguments.put("max", Integer.toString(max));
        return arguments;
    }

    private static String joined(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
