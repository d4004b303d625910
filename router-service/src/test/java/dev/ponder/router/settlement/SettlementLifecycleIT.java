package dev.ponder.router.settlement;

import static dev.ponder.router.settlement.decision.Outcomes.answered;
import static dev.ponder.router.settlement.decision.Outcomes.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.router.settlement.relay.LoopState;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The service as Quarkus puts it together. */
@QuarkusTest
@QuarkusTestResource(value = BrokerResource.class, restrictToAnnotatedClass = true)
class SettlementLifecycleIT {

    @Inject
    SettlementLifecycle settlement;

    @Inject
    MeterRegistry meters;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @Test
    void settlesWithTheService() throws Exception {
        // When
        Map<String, Object> keys = Map.of("bootstrap.servers", bootstrap);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(keys, new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] key = "r-1".getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(Topics.OUTCOMES, key, json(answered("default", "r-1"))))
                    .get();
        }
        // Then
        assertThat(firstResult()).isEqualTo("r-1");
        await().untilAsserted(() -> assertThat(settlement.pulse().state()).isEqualTo(new LoopState.Running()));
        assertThat(meters.get("ponder.settlement.outcomes")
                        .tag("outcome", "settled")
                        .counter()
                        .count())
                .isPositive();
    }

    private String firstResult() {
        List<String> read = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrap,
                        "group.id", "reader",
                        "auto.offset.reset", "earliest",
                        "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.results(TenantId.DEFAULT)));
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> read.add(new String(record.key(), StandardCharsets.UTF_8)));
                assertThat(read).isNotEmpty();
            });
        }
        return read.getFirst();
    }
}
