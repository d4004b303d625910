package dev.ponder.bench.overhead;

import java.io.IOException;
import java.nio.file.Path;

/** The bare relay as a process of its own, on the JDK and flags that the services get. */
final class RelayProcess implements AutoCloseable {

    private final Process process;

    private RelayProcess(Process process) {
        this.process = process;
    }

    static RelayProcess start(String bootstrap, String shard, int slots, String guarantee) throws IOException {
        return new RelayProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RelayMain.class.getName(),
                        bootstrap,
                        shard,
                        Integer.toString(slots),
                        guarantee)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
