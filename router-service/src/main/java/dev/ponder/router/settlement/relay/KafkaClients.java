package dev.ponder.router.settlement.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.StickyAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Settlement's clients of a real broker. Any thread. */
public final class KafkaClients implements Clients {

    /** Four heartbeats may be lost before the session is. */
    private static final int HEARTBEATS_A_SESSION = 5;
    /** As much as the broker of the house takes; what a result may weigh is decided before it is sent. */
    private static final int MAX_REQUEST_BYTES = 16 * 1024 * 1024;
    /** The next transaction often has to wait for the last one's markers, for a few milliseconds. */
    private static final Duration RETRY_BACKOFF = Duration.ofMillis(5);

    private static final Duration RETRY_BACKOFF_MAX = Duration.ofMillis(500);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);
    /** While a topic can not be found nothing else is settled either. */
    private static final Duration MAX_BLOCK = Duration.ofSeconds(20);

    private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(9);

    private final RelaySettings settings;

    /** Makes clients by these settings. */
    public KafkaClients(RelaySettings settings) {
        this.settings = settings;
    }

    /**
     * Makes the consumer of outcomes. Its group speaks the classic protocol, since only there a client sets its own session
     * time-out (the broker's 45 s would be the fail-over time); it is a static member, so that a router that comes back within
     * the session has its partitions at once; and partitions move eagerly. Moved cooperatively, a partition belongs to nobody until
     * its former owner joins again, and a static member that fails in between and comes back is given its old, smaller assignment
     * without a new round: the partition would stay nobody's. Eagerly, every assignment is whole, and none comes within a batch.
     */
    @Override
    public Consumer<byte[], byte[]> outcomes() {
        Map<String, Object> keys = reading();
        keys.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
        keys.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.transactionalId());
        keys.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, StickyAssignor.class.getName());
        keys.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, millis(settings.sessionTimeout()));
        keys.put(
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                millis(settings.sessionTimeout().dividedBy(HEARTBEATS_A_SESSION)));
        keys.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.maxPollRecords());
        return new KafkaConsumer<>(keys, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public Consumer<byte[], byte[]> register() {
        return new KafkaConsumer<>(reading(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public Producer<byte[], byte[]> producer() {
        Map<String, Object> keys = writing();
        if (settings.guarantee() == Guarantee.EXACTLY_ONCE) {
            keys.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.transactionalId());
            keys.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, millis(settings.transactionTimeout()));
        }
        return new KafkaProducer<>(keys, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public Producer<byte[], byte[]> rescues() {
        return new KafkaProducer<>(writing(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> writing() {
        Map<String, Object> keys = new HashMap<>(settings.kafka());
        keys.put(ProducerConfig.ACKS_CONFIG, "all");
        keys.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        keys.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        keys.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        keys.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, RETRY_BACKOFF.toMillis());
        keys.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, RETRY_BACKOFF_MAX.toMillis());
        keys.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(REQUEST_TIMEOUT));
        keys.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(DELIVERY_TIMEOUT));
        keys.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK.toMillis());
        return keys;
    }

    @Override
    public Admin admin() {
        return Admin.create(new HashMap<>(settings.kafka()));
    }

    private Map<String, Object> reading() {
        Map<String, Object> keys = new HashMap<>(settings.kafka());
        keys.remove(CommonClientConfigs.GROUP_ID_CONFIG);
        keys.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        keys.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        keys.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return keys;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
