package dev.ponder.bench.stack;

import dev.ponder.local.launch.AutoscalerCommand;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The autoscaler that ships, as a process of its own. */
public final class AutoscalerProcess implements AutoCloseable {

    private static final Path JAR = Path.of(
            System.getProperty("ponder.root", ""), "autoscaler-service", "target", "quarkus-app", "quarkus-run.jar");

    private final Process process;

    private AutoscalerProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts it; returns at once.
     *
     * @param properties its settings
     */
    public static AutoscalerProcess start(Map<String, String> properties) throws LaunchException {
        if (!isBuilt()) {
            throw new LaunchException("autoscaler-service is not built: there is no " + JAR);
        }
        try {
            return new AutoscalerProcess(new ProcessBuilder(AutoscalerCommand.of(JAR, "256m", List.of(), properties))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException refused) {
            throw new LaunchException("the autoscaler could not be started", refused);
        }
    }

    /** Whether its jar is there. */
    public static boolean isBuilt() {
        return Files.isReadable(JAR);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
