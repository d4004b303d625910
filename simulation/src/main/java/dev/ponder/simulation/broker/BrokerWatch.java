package dev.ponder.simulation.broker;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Sees from outside what happens for good. */
public interface BrokerWatch {

    /** A record came to be: appended outside of a transaction, or in one that is now committed. */
    void appended(ConsumerRecord<byte[], byte[]> record);

    /** A group has got so far in a partition. */
    void progressed(String group, String topic, int partition, long offset);

    /** Records below an offset were deleted. */
    void cut(String topic, long before);
}
