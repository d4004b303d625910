package dev.ponder.bench.queue;

import dev.ponder.bench.measure.Workload;
import dev.ponder.bench.stack.OpenLoop;
import dev.ponder.contracts.topic.TopicSpec;
import dev.ponder.local.broker.ProvisioningException;
import dev.ponder.local.broker.TopicProvisioner;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The baselines: bare consumers over many partitions, a thread each, that sleep for as long as each job lasts. */
final class Sleepers implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LOCK = Duration.ofSeconds(30);
    private static final int WARM_UP = -1;

    private final String bootstrap;
    private final String topic;
    private final int count;
    private final Queue<Double> waits = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> warm = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();

    private Sleepers(String bootstrap, String topic, int count) {
        this.bootstrap = bootstrap;
        this.topic = topic;
        this.count = count;
    }

    static Sleepers ofConsumerGroup(String bootstrap, int count) throws InterruptedException {
        Sleepers sleepers = make(bootstrap, count, false);
        sleepers.start(sleepers::consume);
        return sleepers;
    }

    static Sleepers ofShareGroup(String bootstrap, int count) throws InterruptedException {
        Sleepers sleepers = make(bootstrap, count, true);
        sleepers.start(sleepers::share);
        return sleepers;
    }

    private static Sleepers make(String bootstrap, int count, boolean share) throws InterruptedException {
        String topic = "bench-" + UUID.randomUUID();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            TopicProvisioner provisioner = new TopicProvisioner(admin);
            provisioner.ensureTopics(
                    List.of(new TopicSpec(topic, count, Map.of("message.timestamp.type", "LogAppendTime"))));
            if (share) {
                provisioner.ensureShareGroup(topic, LOCK);
            }
        } catch (ProvisioningException refused) {
            throw new IllegalStateException("the bench's topic could not be made", refused);
        }
        return new Sleepers(bootstrap, topic, count);
    }

    private void start(Runnable loop) throws InterruptedException {
        IntStream.range(0, count)
                .forEach(i ->
                        threads.add(Thread.ofPlatform().name("sleeper-" + i).start(loop)));
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            while (warm.size() < 4 * count) {
                IntStream.range(0, count).forEach(i -> send(producer, i, WARM_UP));
                producer.flush();
                Thread.sleep(POLL);
            }
        }
    }

    /** Gives each job's wait from its append to its start, in seconds. */
    List<Double> run(Workload workload, Duration patience) throws InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            long _ = OpenLoop.run(
                    workload,
                    i -> send(
                            producer,
                            i % count,
                            Math.toIntExact(workload.jobs().get(i).service().toMillis())));
        }
        long deadline = System.nanoTime() + patience.toNanos();
        while (waits.size() < workload.jobs().size() && System.nanoTime() - deadline < 0) {
            Thread.sleep(POLL);
        }
        return List.copyOf(waits);
    }

    private void send(KafkaProducer<byte[], byte[]> producer, int partition, int millis) {
        byte[] value = ByteBuffer.allocate(Integer.BYTES).putInt(millis).array();
        Future<RecordMetadata> _ = producer.send(new ProducerRecord<>(topic, partition, null, value));
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", "0"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private void consume() {
        Map<String, Object> settings = settings();
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (!Thread.currentThread().isInterrupted()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    work(record);
                    consumer.commitSync();
                }
            }
        } catch (InterruptException | InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void share() {
        Map<String, Object> settings = settings();
        settings.put("share.acknowledgement.mode", "explicit");
        settings.put("share.acquire.mode", "record_limit");
        try (KafkaShareConsumer<byte[], byte[]> consumer =
                new KafkaShareConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (!Thread.currentThread().isInterrupted()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    work(record);
                    consumer.acknowledge(record, AcknowledgeType.ACCEPT);
                    consumer.commitSync();
                }
            }
        } catch (InterruptException | InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("group.id", topic);
        settings.put("max.poll.records", "1");
        return settings;
    }

    private void work(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
        int millis = ByteBuffer.wrap(record.value()).getInt();
        if (millis == WARM_UP) {
            warm.add(record.partition());
            return;
        }
        waits.add((System.currentTimeMillis() - record.timestamp()) / 1e3);
        Thread.sleep(millis);
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
