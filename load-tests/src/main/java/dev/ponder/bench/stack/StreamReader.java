package dev.ponder.bench.stack;

import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.topic.Topics;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hands over each chunk as it comes, on one thread. */
public final class StreamReader implements AutoCloseable {

    private final TopicTail tail;

    /** Starts to read at the topic's present end. */
    public StreamReader(String bootstrap, Consumer<Chunk> each) {
        this.tail = new TopicTail(bootstrap, Topics.chunks(TenantId.DEFAULT), record -> each.accept(chunk(record)));
    }

    private static Chunk chunk(ConsumerRecord<String, byte[]> record) {
        try {
            return Json.read(record.value(), Chunk.class);
        } catch (UnreadableException foreign) {
            throw new IllegalStateException("a chunk that is no chunk", foreign);
        }
    }

    @Override
    public void close() {
        tail.close();
    }
}
