package dev.ponder.router.settlement.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.outcome.Notice;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.progress.Progress;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.router.settlement.decision.Outcomes;
import dev.ponder.router.settlement.register.RegisterEntry;
import dev.ponder.testkafka.TestBroker;
import dev.ponder.testkafka.TestKafka;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real broker with the topics of the house, somebody who writes outcomes, and somebody who reads what is committed. Each test has
 * one of its own, which JUnit opens before it and ends after it.
 */
@SuppressWarnings("NullAway.Init") // beforeEach() sets the fields before any test
final class Stage implements BeforeEachCallback, AfterEachCallback {

    static final String GROUP = "ponder-settlement";
    static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    static final int PARTITIONS = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> ACLS = Map.of(
            "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            "allow.everyone.if.no.acl.found", "true");

    /** Starts a broker whose log may lie in the folder. */
    private interface Start {
        TestBroker in(Path dir) throws IOException;
    }

    private final Start start;
    private final List<TenantId> tenants;
    private final List<RunningLoop> loops = new ArrayList<>();
    private Path dir;
    private TestBroker broker;
    private Admin admin;
    private KafkaProducer<byte[], byte[]> producer;

    private Stage(Start start, String... tenants) {
        this.start = start;
        this.tenants = Stream.of(tenants).map(TenantId::new).toList();
    }

    static Stage of(String... tenants) {
        return new Stage(TestKafka::fresh, tenants);
    }

    /** The same on a broker that lets everybody do everything, but for what is denied. */
    static Stage withAcls(String... tenants) {
        return new Stage(dir -> new TestBroker.InJvm(TestKafka.embedded(dir, ACLS, "it needs ACLs")), tenants);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        dir = Files.createTempDirectory("stage-");
        broker = start.in(dir);
        admin = Admin.create(kafka());
        producer = new KafkaProducer<>(kafka(), new ByteArraySerializer(), new ByteArraySerializer());
        TopicPlan plan = new TopicPlan(tenants, List.of(new PoolId("main")), PARTITIONS);
        TopicProvisioner provisioner = new TopicProvisioner(admin);
        provisioner.ensureTopics(plan.specs());
        provisioner.ensureShareGroup("ponder-reasoner", Duration.ofSeconds(30));
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        stopLoops();
        producer.close();
        admin.close();
        broker.stop();
        Utils.delete(dir.toFile());
    }

    Map<String, Object> kafka() {
        return new HashMap<>(Map.of("bootstrap.servers", broker.bootstrap()));
    }

    /** Starts a loop as the service would. */
    RunningLoop start(Guarantee guarantee, String name, String... tenants) {
        RelaySettings settings = settings(guarantee, name);
        return start(settings, new KafkaClients(settings), Ticker.system(), tenants);
    }

    /** Starts a loop over clients that fail {@code times} times. */
    RunningLoop startFailing(Guarantee guarantee, String name, FaultyClients.Fault fault, int times) {
        RelaySettings settings = settings(guarantee, name);
        return start(settings, new FaultyClients(new KafkaClients(settings), fault, times), Ticker.system());
    }

    RunningLoop start(RelaySettings settings, Clients clients, Ticker ticker, String... tenants) {
        RunningLoop loop = new RunningLoop(settings, clients, Outcomes.settler(tenants), ticker);
        loops.add(loop);
        return loop;
    }

    RelaySettings settings(Guarantee guarantee, String name) {
        return new RelaySettings(
                kafka(), guarantee, GROUP, name, Duration.ofSeconds(8), Duration.ofSeconds(10), 5, Duration.ofHours(1));
    }

    void outcomes(Outcome... outcomes) {
        for (Outcome outcome : outcomes) {
            raw(outcome.asked().id().value(), Outcomes.json(outcome));
        }
        producer.flush();
    }

    /** An outcome that says that progress was left. */
    void outcomeAfterProgress(Outcome outcome) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Topics.OUTCOMES, utf8(outcome.asked().id().value()), Outcomes.json(outcome));
        record.headers().add(new RecordHeader(Progress.SIGN, utf8("1")));
        var _ = producer.send(record);
        producer.flush();
    }

    void tell(Notice notice) {
        raw(notice.key().id().value(), Outcomes.json(notice));
        producer.flush();
    }

    /** What was told of a request so far. */
    List<ConsumerRecord<byte[], byte[]>> toldOf(String id) {
        return committed(Topics.OUTCOMES).stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(id))
                .toList();
    }

    void record(String topic, String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic, utf8(key), value)).get();
    }

    /** Takes the one record that waits for reasoners and has it archived, as if its outcome were written. */
    void takeAndForget(String topic) {
        Map<String, Object> keys = kafka();
        keys.put("group.id", "ponder-reasoner");
        keys.put("share.acknowledgement.mode", "explicit");
        try (KafkaShareConsumer<byte[], byte[]> member =
                new KafkaShareConsumer<>(keys, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            member.subscribe(List.of(topic));
            await().atMost(PATIENCE).until(() -> {
                ConsumerRecords<byte[], byte[]> taken = member.poll(Duration.ofMillis(200));
                taken.forEach(record -> member.acknowledge(record, AcknowledgeType.REJECT));
                return !taken.isEmpty();
            });
            member.commitSync();
        }
    }

    void stopLoops() throws InterruptedException {
        for (RunningLoop loop : loops) {
            loop.stop();
        }
        loops.clear();
    }

    void raw(String key, byte @Nullable [] value) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.OUTCOMES, utf8(key), value);
        record.headers().add(new RecordHeader("traceparent", utf8(TRACEPARENT)));
        var _ = producer.send(record);
    }

    /** Which partition outcomes of this request lie in. */
    int partitionOf(String id) {
        return BuiltInPartitioner.partitionForKey(utf8(id), PARTITIONS);
    }

    /** Waits until the settlement group has committed every outcome there is. */
    void awaitAllSettled() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
            Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            ends(Topics.OUTCOMES).forEach((partition, end) -> {
                OffsetAndMetadata offset = done.get(partition);
                assertThat(offset == null ? 0 : offset.offset())
                        .as("%s", partition)
                        .isEqualTo(end);
            });
        });
    }

    /** Reads what a {@code read_committed} reader sees now, in the order of each partition. */
    List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
        Map<String, Object> keys = kafka();
        keys.put("isolation.level", "read_committed");
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(keys, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(50)).forEach(records::add);
            }
        }
        return records;
    }

    List<String> committedKeys(String topic) {
        return committed(topic).stream()
                .map(record -> new String(record.key(), StandardCharsets.UTF_8))
                .toList();
    }

    /** Writes an entry to the register as settlement does. */
    void registered(String id, RegisterEntry entry, Instant at) throws Exception {
        String digest = new RequestKey(TenantId.DEFAULT, new RequestId(id)).digest();
        producer.send(new ProducerRecord<>(
                        Topics.REGISTER, partitionOf(id), at.toEpochMilli(), utf8(digest), Json.write(entry)))
                .get();
    }

    /** What the settlement group has noted beside its offsets. */
    List<String> notes() throws Exception {
        return admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().values().stream()
                .map(OffsetAndMetadata::metadata)
                .toList();
    }

    void layTopic(String topic) throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                .all()
                .get();
    }

    void deleteTopic(String topic) throws Exception {
        admin.deleteTopics(List.of(topic)).all().get();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(admin.listTopics().names().get()).doesNotContain(topic));
    }

    Admin admin() {
        return admin;
    }

    private Map<TopicPartition, Long> ends(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(kafka(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList());
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
