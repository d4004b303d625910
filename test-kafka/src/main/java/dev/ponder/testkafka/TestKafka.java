package dev.ponder.testkafka;

import dev.ponder.local.broker.LocalBroker;
import dev.ponder.local.broker.RunningBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The Kafka of a test: one shared by all tests of this JVM, which keep apart by the names of their topics, or one of a test's own
 * where topics have the names of the house. Which kind it is was decided once for all of them, and is said in a line at the first
 * use. Safe for many threads.
 */
public final class TestKafka {

    private TestKafka() {}

    /** Says where the shared one serves, as {@code host:port}; the first caller starts it, and it ends with the JVM. */
    public static String shared() {
        return switch (Decided.PARTS) {
            case Parts.Containers _ -> Shared.CONTAINER.bootstrap();
            case Parts.Embedded _ -> LocalBroker.shared();
        };
    }

    /** Starts one of the caller's own, who stops it; {@code dir} is for the log of one in this JVM. */
    public static TestBroker fresh(Path dir) throws IOException {
        return fresh(dir, Map.of());
    }

    /** The same with broker keys (Kafka's own names) that win. */
    public static TestBroker fresh(Path dir, Map<String, String> overrides) throws IOException {
        return switch (Decided.PARTS) {
            case Parts.Containers(String image) -> TestBroker.InContainer.start(image, overrides);
            case Parts.Embedded _ -> new TestBroker.InJvm(LocalBroker.start(dir, overrides));
        };
    }

    /** Starts one of the caller's own in a container; empty where containers were not decided on, for who has a broker of its own. */
    public static Optional<TestBroker> contained() {
        return switch (Decided.PARTS) {
            case Parts.Containers(String image) -> Optional.of(TestBroker.InContainer.start(image, Map.of()));
            case Parts.Embedded _ -> Optional.empty();
        };
    }

    /**
     * Starts one in this JVM whatever was decided, for what a container can't do; said in a line where the others are containers.
     *
     * @param why what the test does with it, for example {@code it is stopped and started again on its log}
     */
    public static RunningBroker embedded(Path dir, Map<String, String> overrides, String why) throws IOException {
        sayEmbedded(why);
        return LocalBroker.start(dir, overrides);
    }

    /** Says of a test that brings brokers of its own that they are not in containers, where the others are. */
    public static void sayEmbedded(String why) {
        if (Decided.PARTS instanceof Parts.Containers) {
            say("Kafka for tests: not in a container, since " + why);
        }
    }

    /** Where whoever runs the tests looks. */
    private static void say(String line) {
        System.out.println(line);
    }

    private static final class Decided {

        static final Parts PARTS = decide();

        private static Parts decide() {
            Parts parts = Parts.choose(
                    Switch.of(System.getenv(), System.getProperties()), Engine.of(System.getenv())::images);
            say(parts.told());
            return parts;
        }
    }

    private static final class Shared {

        static final TestBroker CONTAINER = start();

        private static TestBroker start() {
            if (!(Decided.PARTS instanceof Parts.Containers(String image))) {
                throw new IllegalStateException("only containers are shared here");
            }
            TestBroker broker = TestBroker.InContainer.start(image, Map.of());
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("container-stop").unstarted(broker::stop));
            return broker;
        }
    }
}
