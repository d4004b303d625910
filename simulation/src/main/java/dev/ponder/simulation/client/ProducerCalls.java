package dev.ponder.simulation.client;

import dev.ponder.simulation.broker.VirtualBroker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A producer without transactions. What it sends may arrive although it dies meanwhile, or is told that it failed. */
final class ProducerCalls implements Calls.Answer {

    private final VirtualBroker broker;
    private final Wire wire;

    ProducerCalls(VirtualBroker broker, Wire wire) {
        this.broker = broker;
        this.wire = wire;
    }

    @Override
    @SuppressWarnings("unchecked") // As the methods are declared.
    public @Nullable Object to(String method, Object[] arguments) {
        return switch (method) {
            case "send" -> send((ProducerRecord<byte[], byte[]>) arguments[0]);
            case "close" -> null;
            default -> throw Calls.unknown(method);
        };
    }

    private Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        CompletableFuture<RecordMetadata> told = new CompletableFuture<>();
        try {
            wire.send(() -> told.complete(metadata(broker.append(record))));
        } catch (KafkaException refused) {
            return CompletableFuture.failedFuture(refused);
        }
        return told;
    }

    static RecordMetadata metadata(ConsumerRecord<byte[], byte[]> at) {
        return new RecordMetadata(new TopicPartition(at.topic(), at.partition()), at.offset(), 0, at.timestamp(), 0, 0);
    }
}
