package dev.ponder.bench.stack;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.triton.client.text.ThinkSplitter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Notes when each request's first words came. */
public final class ChunkReader implements AutoCloseable {

    private final Map<String, Long> firstNanos = new ConcurrentHashMap<>();
    private final TopicTail tail;

    /** Starts to read at the topic's present end. */
    public ChunkReader(String bootstrap) {
        this.tail = new TopicTail(bootstrap, Topics.chunks(TenantId.DEFAULT), this::note);
    }

    /** What opens a thought is no words: whoever publishes it as it came is not ahead of who takes it out. */
    private void note(ConsumerRecord<String, byte[]> record) {
        if (!new String(record.value(), StandardCharsets.UTF_8).equals(ThinkSplitter.OPEN)) {
            firstNanos.putIfAbsent(record.key(), System.nanoTime());
        }
    }

    /** When each first chunk with words came, on the stopwatch, by request id. */
    public Map<String, Long> firstNanos() {
        return firstNanos;
    }

    @Override
    public void close() {
        tail.close();
    }
}
