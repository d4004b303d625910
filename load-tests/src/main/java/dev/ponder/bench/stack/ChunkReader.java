package dev.ponder.bench.stack;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.topic.Topics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Notes when each request's first chunk came. */
public final class ChunkReader implements AutoCloseable {

    private final Map<String, Long> firstNanos = new ConcurrentHashMap<>();
    private final TopicTail tail;

    /** Starts to read at the topic's present end. */
    public ChunkReader(String bootstrap) {
        this.tail = new TopicTail(
                bootstrap,
                Topics.chunks(TenantId.DEFAULT),
                record -> firstNanos.putIfAbsent(record.key(), System.nanoTime()));
    }

    /** When each first chunk came, on the stopwatch, by request id. */
    public Map<String, Long> firstNanos() {
        return firstNanos;
    }

    @Override
    public void close() {
        tail.close();
    }
}
