package dev.ponder.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A real Triton server on the CPU, started by the script in the folder of tools; its first start downloads it. It serves the tools'
 * toy models, and one of ours with the inputs and outputs of TensorRT-LLM's {@code llmapi} model.
 */
public final class RealServer {

    private static final Duration START_LIMIT = Duration.ofMinutes(4);

    private RealServer() {}

    /**
     * Starts one.
     *
     * @param tools the folder of tools, which holds {@code triton/start-triton.sh}; null where none is known
     * @param folder where it is installed and may write
     * @throws NoServerException with one sentence, where it can't be had here
     */
    public static Target start(@Nullable String tools, Path folder)
            throws IOException, InterruptedException, NoServerException {
        Path script = script(tools);
        Files.createDirectories(folder);
        Path models = ModelFolder.copy(script.resolveSibling("models"), folder.resolve("models"));
        Path log = Files.createTempFile(folder, "server", ".log");
        Path events = Files.createTempFile(folder, "events", ".jsonl");
        Path faults = Files.createTempFile(folder, "faults", ".txt");
        Ports ports = Ports.free();
        ProcessBuilder builder = new ProcessBuilder(
                        script.toString(),
                        folder.resolve("install").toString(),
                        models.toString(),
                        Integer.toString(ports.http()),
                        Integer.toString(ports.grpc()),
                        Integer.toString(ports.metrics()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("TRITON_PROBE_EVENTS", events.toString());
        builder.environment().put("PONDER_FAULTS", faults.toString());
        builder.environment().put("TRITON_EXIT_TIMEOUT", "30");
        Target target = new Target(builder.start(), ports, events, text -> Files.writeString(faults, text));
        if (!target.awaitReady(START_LIMIT)) {
            target.close();
            throw new NoServerException("No real Triton: " + lastLine(log));
        }
        return target;
    }

    private static Path script(@Nullable String tools) throws NoServerException {
        Path script = Path.of(tools == null ? "" : tools, "triton", "start-triton.sh");
        if (tools == null || !Files.isExecutable(script)) {
            throw new NoServerException(
                    "No real Triton: set PONDER_TOOLS to a folder that holds triton/start-triton.sh to compare with one.");
        }
        return script;
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "it ended without a word." : lines.getLast();
    }
}
