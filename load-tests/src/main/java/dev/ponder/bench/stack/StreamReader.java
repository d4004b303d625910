package dev.ponder.bench.stack;

import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.record.TimestampType;

/** Hands over each chunk as it comes, on one thread, with the time at which the broker appended it. */
public final class StreamReader implements AutoCloseable {

    private final TopicTail tail;

    private StreamReader(TopicTail tail) {
        this.tail = tail;
    }

    /** Takes a chunk and when it was published, in milliseconds since the epoch. */
    @FunctionalInterface
    public interface Published {
        /** Takes one. */
        void accept(Chunk chunk, long publishedMillis);
    }

    /**
     * Has the broker stamp chunks from now on, and starts to read at the topic's present end. A chunk's own time is when it was given
     * to a producer, where it may still wait for its batch: that is before it is published.
     */
    public static StreamReader ofStamped(String bootstrap, Published each) throws InterruptedException {
        String topic = Topics.chunks(TenantId.DEFAULT);
        stampByBroker(bootstrap, topic);
        return new StreamReader(
                new TopicTail(bootstrap, topic, record -> each.accept(chunk(record), published(record))));
    }

    private static void stampByBroker(String bootstrap, String topic) throws InterruptedException {
        ConfigEntry stamped = new ConfigEntry("message.timestamp.type", TimestampType.LOG_APPEND_TIME.name);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(stamped, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException("the broker does not stamp " + topic, refused.getCause());
        }
    }

    private static long published(ConsumerRecord<String, byte[]> record) {
        if (record.timestampType() != TimestampType.LOG_APPEND_TIME) {
            throw new IllegalStateException("a chunk with the time of its sender, not of its append");
        }
        return record.timestamp();
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
