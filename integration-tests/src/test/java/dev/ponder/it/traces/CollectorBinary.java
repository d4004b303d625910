package dev.ponder.it.traces;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program that is an OpenTelemetry Collector with OTLP in and OTLP over HTTP out: the one that {@code PONDER_OTELCOL} names,
 * {@code otelcol} on the PATH, or one that {@code PONDER_TOOLS/otelcol/build.sh} builds with Go, once, into a folder that stays.
 */
sealed interface CollectorBinary {

    /** It is there. */
    record Found(Path program) implements CollectorBinary {

        public Found {
            requireNonNull(program, "program is null");
        }
    }

    /** It can't be had. */
    record Absent(String why) implements CollectorBinary {

        public Absent {
            requireNonNull(why, "why is null");
        }
    }

    /** Looks for one, and builds it where that is possible. */
    static CollectorBinary find(Path kept) throws IOException, InterruptedException {
        String named = System.getenv("PONDER_OTELCOL");
        if (named != null) {
            return new Found(Path.of(named));
        }
        Optional<Path> installed = onPath("otelcol");
        if (installed.isPresent()) {
            return new Found(installed.orElseThrow());
        }
        String tools = System.getenv("PONDER_TOOLS");
        if (tools == null || onPath("go").isEmpty()) {
            return new Absent("no OpenTelemetry Collector: PONDER_OTELCOL names none, none is on the PATH,"
                    + " and there is no PONDER_TOOLS with Go to build one");
        }
        return build(Path.of(tools, "otelcol", "build.sh"), kept);
    }

    private static CollectorBinary build(Path script, Path kept) throws IOException, InterruptedException {
        Path program = kept.resolve("otelcol");
        if (Files.isExecutable(program)) {
            return new Found(program);
        }
        Files.createDirectories(kept);
        Path log = kept.resolve("build.log");
        Process build = new ProcessBuilder(script.toString(), kept.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!build.waitFor(20, TimeUnit.MINUTES) || build.exitValue() != 0) {
            build.destroyForcibly();
            return new Absent("no OpenTelemetry Collector: it could not be built; " + log + " says more");
        }
        return new Found(program);
    }

    private static Optional<Path> onPath(String program) {
        String path = requireNonNull(System.getenv("PATH"), "no PATH");
        return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
