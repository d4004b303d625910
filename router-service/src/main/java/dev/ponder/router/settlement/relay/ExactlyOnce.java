package dev.ponder.router.settlement.relay;

import java.time.Duration;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * Results, lessons, register and progress in one transaction (KIP-98, KIP-447): all of a batch or none of it. The group's
 * generation goes with the offsets, so that a router that lost its partitions can't commit. The settlement thread alone.
 */
final class ExactlyOnce implements Publication {

    /** After a batch nothing is under way; after a failure what is may go: the next session clears it. */
    private static final Duration CLOSE = Duration.ofMillis(500);

    private final Producer<byte[], byte[]> producer;
    private final OutgoingRecords records;

    private ExactlyOnce(Producer<byte[], byte[]> producer, OutgoingRecords records) {
        this.producer = producer;
        this.records = records;
    }

    /** Takes over the transactional id: what a former owner left open is finished or aborted before this returns. */
    static ExactlyOnce open(Producer<byte[], byte[]> producer, OutgoingRecords records) {
        ExactlyOnce publication = new ExactlyOnce(producer, records);
        boolean opened = false;
        try {
            producer.initTransactions();
            opened = true;
            return publication;
        } finally {
            if (!opened) {
                publication.close();
            }
        }
    }

    @Override
    public void publish(Batch batch, Consumer<byte[], byte[]> outcomes) {
        producer.beginTransaction();
        Sends sends = new Sends(producer);
        batch.decided()
                .forEach(one -> sends.send(Stream.concat(records.published(one).stream(), records.remembered(one))));
        producer.sendOffsetsToTransaction(batch.progress(), outcomes.groupMetadata());
        producer.commitTransaction();
        // The commit waited for them and failed if one did; this only says so.
        sends.await();
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
