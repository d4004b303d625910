package dev.ponder.simulation.broker;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Sees from outside how records of a share group end. */
public interface ShareWatch {

    /** Its member is done with it. */
    void accepted(ConsumerRecord<byte[], byte[]> record);

    /** Its lock ran out. */
    void lapsed(ConsumerRecord<byte[], byte[]> record);

    /** It was delivered too often, and nobody sees it again. */
    void archived(ConsumerRecord<byte[], byte[]> record);
}
