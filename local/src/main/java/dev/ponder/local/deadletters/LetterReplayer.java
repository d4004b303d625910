package dev.ponder.local.deadletters;

import dev.ponder.local.connect.Cluster;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Writes letters back onto request topics, one after another. One thread. */
final class LetterReplayer implements AutoCloseable {

    private final Producer<byte[], byte[]> producer;

    LetterReplayer(Cluster cluster) {
        this.producer = cluster.writer();
    }

    /** Writes, and says where the request lies now; a refusal of Kafka's comes as its own exception. */
    Place replay(Replay.Ready ready) throws InterruptedException {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(ready.topic(), null, bytes(ready.key()), bytes(ready.value()), ready.headers());
        try {
            RecordMetadata at = producer.send(record).get();
            return new Place(at.topic(), at.partition(), at.offset());
        } catch (ExecutionException refused) {
            throw new KafkaException("Kafka did not take the replay of " + ready.from(), refused.getCause());
        }
    }

    private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
