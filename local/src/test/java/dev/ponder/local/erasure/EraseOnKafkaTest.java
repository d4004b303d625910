package dev.ponder.local.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.broker.LocalBroker;
import dev.ponder.local.broker.RunningBroker;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.local.connect.Cluster;
import dev.ponder.local.connect.Stretch;
import dev.ponder.mechanics.time.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker, two tenants a test. The broker is its own: it counts on two partitions in topics that all tenants share. */
class EraseOnKafkaTest {

    private static final AtomicInteger TENANTS = new AtomicInteger();
    private static final String WORK = "reasoning.work.erasure.batch";

    @TempDir
    private static Path dir;

    private static RunningBroker broker;
    private static Cluster cluster;
    private static Eraser eraser;

    private final TenantId gone = new TenantId("gone-" + TENANTS.incrementAndGet());
    private final TenantId stays = new TenantId("stays-" + TENANTS.get());

    @BeforeAll
    static void startBroker() throws IOException {
        broker = LocalBroker.start(dir);
        cluster = Cluster.at(broker.bootstrap());
        eraser = new Eraser(cluster, Ticker.system());
    }

    @AfterAll
    static void stopBroker() {
        broker.stop();
    }

    @BeforeEach
    void layTopics() throws Exception {
        try (Admin admin = cluster.admin()) {
            List<TenantId> tenants = List.of(TenantId.DEFAULT, gone, stays);
            new TopicProvisioner(admin).ensureTopics(new TopicPlan(tenants, List.of(new PoolId("erasure")), 2).specs());
        }
        for (TenantId tenant : List.of(gone, stays)) {
            fill(tenant);
        }
    }

    @Test
    void erasesATenantAndNobodyElse() throws Exception {
        // When
        Erasure erasure = eraser.erase(gone, false);
        // Then
        for (String topic : OwnTopics.of(gone)) {
            assertThat(read(topic)).as(topic).isEmpty();
        }
        for (String topic : OwnTopics.of(stays)) {
            assertThat(read(topic)).as(topic).hasSize(1);
        }
        assertThat(last(Topics.CHAINS, "chain-" + gone).value()).isNull();
        assertThat(last(Topics.CHAINS, "chain-" + stays).value()).isNotNull();
        assertThat(last(Topics.PROGRESS, "progress-" + gone).value()).isNull();
        assertThat(last(Topics.PROGRESS, "progress-" + stays).value()).isNotNull();
        assertThat(finding(erasure, Topics.control(gone)))
                .satisfies(orders -> assertThat(orders.left()).contains("within 1 d"))
                .extracting(Finding::found, Finding::erased)
                .containsExactly(1L, 1L);
        assertThat(finding(erasure, Topics.CHAINS).erased()).isEqualTo(1);
        assertThat(finding(erasure, Topics.OUTCOMES))
                .satisfies(outcomes -> assertThat(outcomes.left()).contains("dropped by age at"))
                .extracting(Finding::found, Finding::erased)
                .containsExactly(2L, 0L);
        assertThat(finding(erasure, WORK).left()).contains("drops nothing by age");
        assertThat(finding(erasure, Topics.deadLetters(TenantId.DEFAULT)).found())
                .isEqualTo(1);
        assertThat(finding(erasure, Topics.REGISTER).left()).contains("hashes");
    }

    @Test
    void writesATombstoneToThePartitionInWhichTheChainLies() throws Exception {
        int before = last(Topics.CHAINS, "chain-" + gone).partition();

        eraser.erase(gone, false);

        assertThat(last(Topics.CHAINS, "chain-" + gone).partition()).isEqualTo(before);
    }

    @Test
    void findsNothingTheSecondTime() throws Exception {
        eraser.erase(gone, false);

        Erasure again = eraser.erase(gone, false);

        assertThat(again.findings())
                .allSatisfy(finding -> assertThat(finding.erased()).isZero());
    }

    @Test
    void onlyLooksInADryRun() throws Exception {
        Erasure erasure = eraser.erase(gone, true);

        assertThat(finding(erasure, Topics.requests(gone)).erased()).isEqualTo(1);
        assertThat(read(Topics.requests(gone))).hasSize(1);
        assertThat(last(Topics.CHAINS, "chain-" + gone).value()).isNotNull();
    }

    private static void fill(TenantId tenant) throws Exception {
        String named = "{\"tenant\":\"" + tenant + "\"}";
        try (Producer<byte[], byte[]> producer = cluster.writer()) {
            for (String topic : OwnTopics.of(tenant)) {
                producer.send(new ProducerRecord<>(topic, bytes("{}"))).get();
            }
            int otherwise = 1 - Math.floorMod(tenant.hashCode(), 2);
            producer.send(new ProducerRecord<>(Topics.CHAINS, otherwise, bytes("chain-" + tenant), bytes(named)))
                    .get();
            producer.send(new ProducerRecord<>(Topics.PROGRESS, bytes("progress-" + tenant), bytes(named)))
                    .get();
            producer.send(new ProducerRecord<>(WORK, bytes("1"), bytes(named))).get();
            producer.send(new ProducerRecord<>(Topics.OUTCOMES, bytes("1"), bytes("{\"asked\":" + named + "}")))
                    .get();
            producer.send(new ProducerRecord<>(
                            Topics.OUTCOMES, bytes("1"), bytes("{\"type\":\"held\"," + named.substring(1))))
                    .get();
            ProducerRecord<byte[], byte[]> early =
                    new ProducerRecord<>(Topics.deadLetters(TenantId.DEFAULT), bytes("before it was set up"));
            early.headers().add(DeadLetter.TOPIC, bytes(Topics.requests(tenant)));
            producer.send(early).get();
        }
    }

    private static Finding finding(Erasure erasure, String topic) {
        return erasure.findings().stream()
                .filter(one -> one.topic().equals(topic))
                .findFirst()
                .orElseThrow();
    }

    private static ConsumerRecord<byte[], byte[]> last(String topic, String key) throws Exception {
        return read(topic).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(key))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String topic) throws Exception {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (Consumer<byte[], byte[]> reader = cluster.reader()) {
            List<TopicPartition> partitions = reader.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            Stretch stretch = Stretch.of(reader, partitions, Optional.empty());
            while (stretch.hasMore()) {
                found.addAll(stretch.next());
            }
        }
        return found;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
