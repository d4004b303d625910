package dev.ponder.router.settlement.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Records on their way to the broker. The settlement thread alone. */
final class Sends {

    private final Producer<byte[], byte[]> producer;
    private final List<Future<RecordMetadata>> underWay = new ArrayList<>();

    Sends(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    void send(Stream<ProducerRecord<byte[], byte[]>> records) {
        records.forEach(record -> underWay.add(producer.send(record)));
    }

    /** Waits until the broker has them all. */
    void await() {
        for (Future<RecordMetadata> one : underWay) {
            await(one);
        }
        underWay.clear();
    }

    private static void await(Future<RecordMetadata> one) {
        try {
            one.get();
        } catch (InterruptedException interrupted) {
            // Kafka's own way of saying it, which also sets the thread's flag again.
            throw new InterruptException(interrupted);
        } catch (ExecutionException refused) {
            throw new KafkaException("a record was not taken", refused.getCause());
        }
    }
}
