package dev.ponder.bench.conformance;

import dev.ponder.bench.server.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** NVIDIA's own Python client, as the tools' probe drives it. */
final class PublicClient {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String PYTHON = "PONDER_PYTHON";

    private final Path probe;
    private final String python;

    private PublicClient(Path probe, String python) {
        this.probe = probe;
        this.python = python;
    }

    /** One, where it can be had: else what is missing, in words. */
    record Found(Optional<PublicClient> client, String missing) {}

    static Found find() throws IOException, InterruptedException {
        String tools = System.getenv().getOrDefault("PONDER_TOOLS", "");
        Path probe = Path.of(tools, "triton", "probe.py");
        if (tools.isEmpty() || !Files.isReadable(probe)) {
            return new Found(Optional.empty(), "PONDER_TOOLS names no folder that holds triton/probe.py");
        }
        String python = System.getenv().getOrDefault(PYTHON, "python3");
        if (!imports(python)) {
            return new Found(
                    Optional.empty(),
                    python + " has no tritonclient: set " + PYTHON
                            + " to a Python with 'tritonclient[grpc]==2.51.0' and"
                            + " 'numpy<2' (python3 -m venv FOLDER, then FOLDER/bin/pip install them)");
        }
        return new Found(Optional.of(new PublicClient(probe, python)), "");
    }

    private static boolean imports(String python) throws InterruptedException {
        try {
            Process trial = new ProcessBuilder(python, "-c", "import tritonclient.grpc")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor() == 0;
        } catch (IOException noPython) {
            return false;
        }
    }

    /** Tries everything that can be tried on a running server; gives the file of what was seen. */
    Path drive(Target target, Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("probe.log");
        Process process = new ProcessBuilder(List.of(
                        python,
                        probe.toString(),
                        "--target",
                        Target.HOST + ":" + target.grpcPort(),
                        "--out",
                        folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the probe did not end within " + LIMIT.toMinutes() + " minutes");
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("the probe failed:\n" + Files.readString(log));
        }
        return folder.resolve("probe.json");
    }
}
