package dev.ponder.testkafka;

import dev.ponder.local.broker.RunningBroker;
import dev.ponder.local.broker.SingleNode;
import java.util.HashMap;
import java.util.Map;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** A broker of a test's own, who stops it. Any thread may. */
public sealed interface TestBroker extends AutoCloseable {

    /** Where clients connect, as {@code host:port}. */
    String bootstrap();

    /** Ends it. */
    void stop();

    @Override
    default void close() {
        stop();
    }

    /** In this JVM. */
    record InJvm(RunningBroker broker) implements TestBroker {

        @Override
        public String bootstrap() {
            return broker.bootstrap();
        }

        @Override
        public void stop() {
            broker.stop();
        }
    }

    /** In a container, whose data go with it. */
    record InContainer(KafkaContainer container) implements TestBroker {

        private static final String OFFICIAL = "apache/kafka";

        /** Starts one that is set as the embedded one is, but for where it listens and keeps its log. */
        static InContainer start(String image, Map<String, String> overrides) {
            Map<String, String> keys = new HashMap<>(SingleNode.keys());
            keys.putAll(overrides);
            KafkaContainer container = new KafkaContainer(
                            DockerImageName.parse(image).asCompatibleSubstituteFor(OFFICIAL))
                    .withEnv(ImageVariables.of(keys))
                    .withEnv("KAFKA_HEAP_OPTS", "-Xmx512m");
            container.start();
            return new InContainer(container);
        }

        @Override
        public String bootstrap() {
            return container.getBootstrapServers();
        }

        @Override
        public void stop() {
            container.stop();
        }
    }
}
