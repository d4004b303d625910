package dev.ponder.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.topic.TopicSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalBrokerTest {

    @Test
    void servesAShareGroupFromTheFirstRecord() throws Exception {
        // Given
        String bootstrap = LocalBroker.shared();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            TopicProvisioner provisioner = new TopicProvisioner(admin);
            provisioner.ensureTopics(List.of(new TopicSpec("share", 1, Map.of())));
            provisioner.ensureShareGroup("sharers", Duration.ofSeconds(5));
        }
        produce(bootstrap, "share", "first");
        // When
        String read = shareRead(bootstrap, "share", "sharers");
        // Then
        assertThat(read).isEqualTo("first");
    }

    @Test
    void leavesATopicThatIsThereAsItIs() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", LocalBroker.shared()))) {
            TopicProvisioner provisioner = new TopicProvisioner(admin);
            provisioner.ensureTopics(List.of(new TopicSpec("kept", 3, Map.of("retention.ms", "-1"))));
            // When
            provisioner.ensureTopics(List.of(new TopicSpec("kept", 1, Map.of())));
            // Then
            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "kept");
            Collection<TopicDescription> topics =
                    admin.describeTopics(List.of("kept")).allTopicNames().get().values();
            assertThat(topics)
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.partitions()).hasSize(3));
            Collection<Config> configs =
                    admin.describeConfigs(List.of(topic)).all().get().values();
            assertThat(configs)
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.get("retention.ms"))
                            .isNotNull()
                            .extracting(ConfigEntry::value)
                            .isEqualTo("-1"));
        }
    }

    @Test
    void keepsRecordsAndPortOverARestart(@TempDir Path dir) throws Exception {
        // Given
        RunningBroker first = LocalBroker.start(dir);
        String bootstrap = first.bootstrap();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            new TopicProvisioner(admin).ensureTopics(List.of(new TopicSpec("durable", 1, Map.of())));
        }
        produce(bootstrap, "durable", "survivor");
        first.stop();
        // When
        try (RunningBroker second = LocalBroker.start(dir)) {
            // Then
            assertThat(second.bootstrap()).isEqualTo(bootstrap);
            assertThat(read(bootstrap, "durable")).isEqualTo("survivor");
        }
    }

    private static void produce(String bootstrap, String topic, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static String shareRead(String bootstrap, String topic, String group) {
        try (KafkaShareConsumer<String, String> consumer = new KafkaShareConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "group.id", group),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            return StreamSupport.stream(consumer.poll(Duration.ofSeconds(30)).spliterator(), false)
                    .findFirst()
                    .orElseThrow()
                    .value();
        }
    }

    private static String read(String bootstrap, String topic) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            return consumer.poll(Duration.ofSeconds(30)).iterator().next().value();
        }
    }
}
