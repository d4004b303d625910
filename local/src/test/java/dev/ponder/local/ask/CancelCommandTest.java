package dev.ponder.local.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.request.Order;
import dev.ponder.contracts.request.OrderDecoder;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.broker.LocalBroker;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.local.connect.TenantConverter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** On a real broker. */
class CancelCommandTest {

    private static final TenantId TENANT = new TenantId("cancels");

    @Test
    void writesAnOrderThatTheHouseUnderstands() throws InterruptedException {
        String bootstrap = LocalBroker.shared();
        lay(bootstrap);

        int exit = new CommandLine(new CancelCommand())
                .registerConverter(TenantId.class, new TenantConverter())
                .execute("--bootstrap", bootstrap, "--tenant", TENANT.value(), "my \"1\"");

        assertThat(exit).isZero();
        assertThat(orders(bootstrap))
                .singleElement()
                .isEqualTo(new Order.Cancel(new RequestKey(TENANT, new RequestId("my \"1\""))));
    }

    private static List<Order> orders(String bootstrap) {
        String topic = Topics.control(TENANT);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            ConsumerRecords<byte[], byte[]> read = consumer.poll(Duration.ofSeconds(10));
            return read.partitions().stream()
                    .flatMap(partition -> read.records(partition).stream())
                    .map(record -> OrderDecoder.decode(TENANT, record.value()))
                    .toList();
        }
    }

    private static void lay(String bootstrap) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            new TopicProvisioner(admin)
                    .ensureTopics(new TopicPlan(List.of(TENANT), List.of(new PoolId("main")), 2).specs());
        }
    }
}
