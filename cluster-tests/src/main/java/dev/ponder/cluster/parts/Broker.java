package dev.ponder.cluster.parts;

import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.broker.LocalBroker;
import dev.ponder.local.broker.RunningBroker;
import dev.ponder.local.broker.TopicProvisioner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real broker with the work topics of some pools, which can be stopped and started again. One thread. */
public final class Broker implements AutoCloseable {

    /** The group in which each pool's work is shared, named after the pool. */
    private static final Duration RECORD_LOCK = Duration.ofSeconds(30);

    private static final Duration POLL = Duration.ofMillis(200);

    private final Path folder;
    private RunningBroker broker;

    private Broker(Path folder, RunningBroker broker) {
        this.folder = folder;
        this.broker = broker;
    }

    /** Starts one below a folder. */
    public static Broker start(Path above) throws IOException {
        Path folder = Files.createTempDirectory(above, "broker-");
        return new Broker(folder, LocalBroker.start(folder));
    }

    /** Where clients connect, also after it was started again. */
    public String bootstrap() {
        return broker.bootstrap();
    }

    /** Lays a pool's topics and the group that takes its work, which no member ever joined. */
    public void lay(String pool) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            TopicProvisioner provisioner = new TopicProvisioner(admin);
            provisioner.ensureTopics(new TopicPlan(List.of(), List.of(new PoolId(pool)), 1).specs());
            provisioner.ensureShareGroup(group(pool), RECORD_LOCK);
        }
    }

    /** The group that takes a pool's work. */
    public static String group(String pool) {
        return "takes-" + pool;
    }

    /** Appends so much interactive work, and returns when the broker has it. */
    public void write(String pool, int count) throws InterruptedException {
        try (KafkaProducer<byte[], byte[]> pen = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap(), "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                pen.send(new ProducerRecord<>(topic(pool), new byte[] {1})).get();
            }
        } catch (ExecutionException refused) {
            throw new IllegalStateException("the broker took no work", refused);
        }
    }

    /** Is done at once with so much work. */
    public void finish(String pool, int count) {
        try (KafkaShareConsumer<byte[], byte[]> member = new KafkaShareConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap(),
                        "group.id",
                        group(pool),
                        "share.acknowledgement.mode",
                        "explicit",
                        "share.acquire.mode",
                        "record_limit",
                        "max.poll.records",
                        1),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            member.subscribe(List.of(topic(pool)));
            int done = 0;
            while (done < count) {
                for (ConsumerRecord<byte[], byte[]> one : member.poll(POLL)) {
                    member.acknowledge(one, AcknowledgeType.ACCEPT);
                    done++;
                }
                member.commitSync();
            }
        }
    }

    /** Goes away; what it holds stays. */
    public void stop() {
        broker.stop();
    }

    /** Comes back on the same port. */
    public void startAgain() throws IOException {
        broker = LocalBroker.start(folder);
    }

    @Override
    public void close() {
        broker.stop();
    }

    private static String topic(String pool) {
        return Topics.work(new PoolId(pool), SloClass.INTERACTIVE);
    }
}
