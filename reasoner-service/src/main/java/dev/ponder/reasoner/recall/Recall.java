package dev.ponder.reasoner.recall;

import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Topics that other holders of a job write to, looked into on demand by one consumer without a group, for one job at a time. Any
 * thread. What goes wrong is a miss.
 */
public final class Recall implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger(Recall.class);

    /**
     * The client asks for what comes after the records that it has just given, and asks that broker for nothing else meanwhile. At the end
     * of a partition nothing comes, so the next look would stand still for as long as this.
     */
    private static final int FETCH_WAIT_MILLIS = 5;

    private final Map<String, Object> kafka;
    private final Ticker ticker;
    private final ReentrantLock lock = new ReentrantLock(true);
    /** Opened at the first look, dropped after a failure; guarded by the lock. */
    private @Nullable Consumer<byte[], byte[]> consumer;

    /**
     * Looks over a client of its own; nothing is opened yet.
     *
     * @param kafka what all Kafka clients of the service share
     */
    public Recall(Map<String, Object> kafka, Ticker ticker) {
        this.kafka = Map.copyOf(kafka);
        this.ticker = ticker;
    }

    /** The last record of a key that tells something, of those since a moment; nothing where none is found in time. */
    Optional<ConsumerRecord<byte[], byte[]>> last(
            String topic, String key, Instant since, Duration patience, Predicate<ConsumerRecord<byte[], byte[]>> tells)
            throws InterruptedException {
        long deadlineNanos = ticker.nanos() + patience.toNanos();
        if (!lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            LOGGER.warnf("%s was not looked into for %s: others took all the time", topic, key);
            return Optional.empty();
        }
        try {
            return new Look(opened(), topic, key, ticker, deadlineNanos).find(since, tells);
        } catch (InterruptException interrupted) {
            drop();
            Thread.interrupted(); // The client has set the flag again; the exception says it from here on.
            throw new InterruptedException("while looking into " + topic);
        } catch (KafkaException failed) {
            drop();
            LOGGER.warnf("nothing was found in %s for %s: %s", topic, key, failed.toString());
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private Consumer<byte[], byte[]> opened() {
        Consumer<byte[], byte[]> open = consumer;
        if (open == null) {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
            settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
            settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Look.WIDEST);
            open = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            consumer = open;
        }
        return open;
    }

    private void drop() {
        Consumer<byte[], byte[]> open = consumer;
        consumer = null;
        if (open != null) {
            open.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            drop();
        } finally {
            lock.unlock();
        }
    }
}
