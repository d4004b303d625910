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
 * @param fetches whether a fetch of it may be with the broker, or have brought what nobody has looked at
 * @param polledNanos when a poll last ended with such a fetch, on the ticker
 */
record Member(
        ShareConsumer<byte[], byte[]> consumer,
        Connection connection,
        Instant joinedAt,
        boolean fetches,
        long polledNanos) {

    private static final String CONNECTIONS = "connection-count";

    /** Watches the connections of a client. */
    static Member of(ShareConsumer<byte[], byte[]> consumer, Ticker ticker) {
        Connection connection = new Connection(() -> connections(consumer), ticker);
        return new Member(consumer, connection, ticker.now(), false, ticker.nanos());
    }

    /** The same member after a poll that brought nothing. */
    Member polledAt(long nanos) {
        return new Member(consumer, connection, joinedAt, true, nanos);
    }

    /** The same member after its fetch has brought a record. */
    Member withoutFetch() {
        return new Member(consumer, connection, joinedAt, false, polledNanos);
    }

    private static double connections(ShareConsumer<byte[], byte[]> consumer) {
        return consumer.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals(CONNECTIONS))
                .map(Metric::metricValue)
                .mapToDouble(value -> value instanceof Number count ? count.doubleValue() : 0)
                .sum();
    }
}
