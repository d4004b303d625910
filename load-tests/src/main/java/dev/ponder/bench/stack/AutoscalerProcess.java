package dev.ponder.bench.wake;

import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The autoscaler that ships, as a process of its own, for one pool and without a cluster. */
final class AutoscalerProcess implements AutoCloseable {

    private static final Path JAR = Path.of(
            System.getProperty("ponder.root", ""), "autoscaler-service", "target", "quarkus-app", "quarkus-run.jar");

    private final Process process;

    private AutoscalerProcess(Process process) {
        this.process = process;
    }

    static AutoscalerProcess start(String bootstrap, String pool, int grpcPort, int httpPort) throws LaunchException {
        if (!Files.isReadable(JAR)) {
            throw new LaunchException("autoscaler-service is not built: there is no " + JAR);
        }
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dkafka.bootstrap.servers=" + bootstrap,
                "-Dautoscaler.pools." + pool + ".max=4",
                "-Dautoscaler.serving.port=" + grpcPort,
                "-Dquarkus.http.port=" + httpPort,
                "-jar",
                JAR.toString());
        try {
            return new AutoscalerProcess(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException refused) {
            throw new LaunchException("the autoscaler could not be started", refused);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
