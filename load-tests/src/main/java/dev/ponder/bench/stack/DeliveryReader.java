package dev.ponder.bench.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Notes when work on streamed requests began, and began again, by their first chunks. */
public final class DeliveryReader implements AutoCloseable {

    /** Most chunks are later ones, and need no parsing. */
    private static final String FIRST = "\"seq\":0,";

    private final Map<String, List<Beginning>> beginnings = new ConcurrentHashMap<>();
    private final TopicTail tail;

    /**
     * A first chunk.
     *
     * @param nanos when it came, on the stopwatch
     * @param again whether it was not the first delivery of the first attempt
     */
    public record Beginning(long nanos, boolean again) {}

    /** Starts to read at the topic's present end. */
    public DeliveryReader(String bootstrap) {
        this.tail = new TopicTail(bootstrap, Topics.chunks(TenantId.DEFAULT), this::note);
    }

    private void note(ConsumerRecord<String, byte[]> record) {
        if (!new String(record.value(), StandardCharsets.UTF_8).contains(FIRST)) {
            return;
        }
        try {
            ObjectNode chunk = Json.read(record.value(), ObjectNode.class);
            boolean again =
                    chunk.path("attempt").asInt() > 1 || chunk.path("delivery").asInt() > 1;
            beginnings
                    .computeIfAbsent(record.key(), _ -> new CopyOnWriteArrayList<>())
                    .add(new Beginning(System.nanoTime(), again));
        } catch (UnreadableException foreign) {
            throw new IllegalStateException("a chunk that is no JSON", foreign);
        }
    }

    /** Beginnings so far, by request id. */
    public Map<String, List<Beginning>> beginnings() {
        return beginnings;
    }

    @Override
    public void close() {
        tail.close();
    }
}
