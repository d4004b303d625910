package dev.ponder.router.settlement.relay;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * No transaction: first the results, when they are safe the register, then the progress. A failure between results and register
 * publishes them again, none between any two steps loses one. The settlement thread alone.
 */
final class AtLeastOnce implements Publication {

    /** After a batch nothing is under way; after a failure what is may go: the next session clears it. */
    private static final Duration CLOSE = Duration.ofMillis(500);

    private final Producer<byte[], byte[]> producer;
    private final OutgoingRecords records;
    private final SettlementMeters meters;

    AtLeastOnce(Producer<byte[], byte[]> producer, OutgoingRecords records, SettlementMeters meters) {
        this.producer = producer;
        this.records = records;
        this.meters = meters;
    }

    @Override
    public void publish(Batch batch, Consumer<byte[], byte[]> outcomes) {
        boolean durable = false;
        try {
            publishInSteps(batch, outcomes);
            durable = true;
        } finally {
            if (!durable) {
                meters.unsure(batch);
            }
        }
    }

    private void publishInSteps(Batch batch, Consumer<byte[], byte[]> outcomes) {
        Sends sends = new Sends(producer);
        batch.decided().forEach(one -> sends.send(records.published(one).stream()));
        sends.await();
        batch.decided().forEach(one -> sends.send(records.remembered(one)));
        sends.await();
        outcomes.commitSync(batch.progress());
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
