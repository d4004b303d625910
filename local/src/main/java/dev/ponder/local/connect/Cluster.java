package dev.ponder.local.connect;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A Kafka as clients reach it, and the clients that commands use. Whoever gets a client closes it.
 *
 * @param client settings that all clients share, in Kafka's names: where the brokers are, how to log in
 */
public record Cluster(Map<String, Object> client) {

    /** A dead letter may be as large as a request on the broker, and its headers come on top. */
    private static final int MAX_REQUEST_BYTES = 17 * 1024 * 1024;
    /** Records are looked at and dropped, so little is fetched ahead: one large record fits at any rate. */
    private static final int FETCHED_AHEAD_BYTES = 4 * 1024 * 1024;

    public Cluster {
        client = Map.copyOf(client);
        if (!client.containsKey(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
            throw new IllegalArgumentException("client lacks " + CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
        }
    }

    /** A Kafka that lets anybody in. */
    public static Cluster at(String bootstrap) {
        return new Cluster(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
    }

    /** A client for questions about topics. */
    public Admin admin() {
        return Admin.create(new HashMap<>(client));
    }

    /** A reader of committed records that belongs to no group and commits nothing. */
    public Consumer<byte[], byte[]> reader() {
        Map<String, Object> keys = new HashMap<>(client);
        keys.remove(ConsumerConfig.GROUP_ID_CONFIG);
        keys.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        keys.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Where a topic dropped what was to be read next, its first record is what comes next.
        keys.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        keys.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
        keys.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCHED_AHEAD_BYTES);
        return new KafkaConsumer<>(keys, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A writer whose records are on all in-sync replicas when it says so, each once. */
    public Producer<byte[], byte[]> writer() {
        Map<String, Object> keys = new HashMap<>(client);
        keys.put(ProducerConfig.ACKS_CONFIG, "all");
        keys.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        keys.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        return new KafkaProducer<>(keys, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
