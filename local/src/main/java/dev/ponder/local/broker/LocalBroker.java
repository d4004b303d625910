package dev.ponder.local.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The broker for tests: one shared by all tests of this JVM, started at first use and gone, with its files, when the JVM ends;
 * or one of a test's own, in a directory of its own, for restarts and odd settings. Safe for many threads.
 */
public final class LocalBroker {

    private LocalBroker() {}

    /** Says where the shared broker serves, as {@code host:port}; the first caller starts it (about 4 s). */
    public static String shared() {
        return Shared.BROKER.bootstrap();
    }

    /** Starts a broker of the caller's own, who stops it; the directory stays, so that it can be started again. */
    public static RunningBroker start(Path dir) throws IOException {
        return start(dir, Map.of());
    }

    /** Starts a broker of the caller's own with broker keys (Kafka's own names) that win over the local defaults. */
    public static RunningBroker start(Path dir, Map<String, String> overrides) throws IOException {
        QuietLogs.apply();
        return RunningBroker.start(dir, overrides);
    }

    private static final class Shared {

        static final RunningBroker BROKER = startOnce();

        private static RunningBroker startOnce() {
            try {
                Path dir = Files.createTempDirectory("ponder-broker-");
                RunningBroker broker = start(dir);
                Runtime.getRuntime()
                        .addShutdownHook(Thread.ofPlatform().name("broker-stop").unstarted(() -> end(broker, dir)));
                return broker;
            } catch (IOException e) {
                throw new UncheckedIOException("the shared broker did not start", e);
            }
        }

        private static void end(RunningBroker broker, Path dir) {
            broker.stop();
            try (Stream<Path> files = Files.walk(dir)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot clean " + dir, e);
            }
        }
    }
}
