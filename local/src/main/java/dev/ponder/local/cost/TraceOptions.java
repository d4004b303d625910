package dev.ponder.local.cost;

import dev.ponder.scaling.trace.Drawing;
import dev.ponder.scaling.trace.Trace;
import dev.ponder.scaling.trace.TraceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which trace to read, and how; picocli fills it. */
final class TraceOptions {

    private static final Duration SHIFT = Duration.ofSeconds(5);
    private static final long MOST = 2_000_000;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description =
                    "Requests as they once came, CSV or JSON lines, .gz too: they say how long answers are and how uneven "
                            + "the load, and are priced.")
    private @Nullable Path file;

    @Option(
            names = "--scale",
            paramLabel = "K",
            defaultValue = "1",
            description = "Lay K copies of the trace over one another, shifted by up to 5 s (${DEFAULT-VALUE}).")
    private int scale;

    @Option(
            names = "--from",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "Where to begin in a trace that holds rates by window (${DEFAULT-VALUE}).")
    private long from;

    @Option(
            names = "--span",
            paramLabel = "SECONDS",
            defaultValue = "86400",
            description = "How much to draw of such a trace (${DEFAULT-VALUE}).")
    private long span;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of what is drawn or shifted (${DEFAULT-VALUE}).")
    private long seed;

    /** The trace, or null where none is asked for. */
    @Nullable
    Trace read() throws IOException {
        if (file == null) {
            return null;
        }
        Drawing drawing = Drawing.DEFAULT.seeded(seed).within(Duration.ofSeconds(from), Duration.ofSeconds(span));
        Trace trace = TraceFile.read(file, drawing);
        if ((long) scale * trace.requests().size() > MOST) {
            throw new IllegalArgumentException("--scale " + scale + " makes more than " + MOST + " requests of "
                    + trace.requests().size() + "; choose a lower one");
        }
        return trace.overlaid(scale, SHIFT, seed);
    }

    Map<String, String> arguments() {
        Map<String, String> arguments = new LinkedHashMap<>();
        if (file != null) {
            arguments.put("trace", file.toString());
            arguments.put("scale", Integer.toString(scale));
            arguments.put("from", Long.toString(from));
            arguments.put("span", Long.toString(span));
            arguments.put("seed", Long.toString(seed));
        }
        return arguments;
    }
}
