package dev.ponder.workqueue.share;

import dev.ponder.mechanics.time.Ticker;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.Metric;

/**
 * One membership of a share group. Owned by whoever has taken it from its lane.
 *
 * @param consumer the client
 * @param connection whether it has its broker
 * @param joinedAt since when: what the broker was before then, and what it has forgotten, is not known
 */
record Member(ShareConsumer<byte[], byte[]> consumer, Connection connection, Instant joinedAt) {

    private static final String CONNECTIONS = "connection-count";

    /** Watches the connections of a client. */
    static Member of(ShareConsumer<byte[], byte[]> consumer, Ticker ticker) {
        return new Member(consumer, new Connection(() -> connections(consumer), ticker), ticker.now());
    }

    private static double connections(ShareConsumer<byte[], byte[]> consumer) {
        return consumer.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals(CONNECTIONS))
                .map(Metric::metricValue)
                .mapToDouble(value -> value instanceof Number count ? count.doubleValue() : 0)
                .sum();
    }
}
