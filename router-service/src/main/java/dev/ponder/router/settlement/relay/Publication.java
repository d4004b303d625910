package dev.ponder.router.settlement.relay;

import org.apache.kafka.clients.consumer.Consumer;

/** Makes a batch durable, together with the progress of its reading. The settlement thread alone. */
interface Publication extends AutoCloseable {

    /**
     * Returns when the batch is durable. If it throws, nobody knows what is: the session ends, and what Kafka holds decides.
     */
    void publish(Batch batch, Consumer<byte[], byte[]> outcomes);

    @Override
    void close();
}
