package dev.ponder.router.settlement.rescue;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.router.settlement.liveness.Finding;
import dev.ponder.router.settlement.liveness.Fronts;
import dev.ponder.router.settlement.relay.Clients;
import dev.ponder.router.settlement.relay.WorkRecords;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * One turn of the rescue: carries a finding out, looks at the queue's fronts every two seconds, and cuts work topics every half minute.
 * The rescue thread alone, but for {@link #fronts()}.
 */
public final class RescueTurn {

    private static final long LOOK_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long CUT_NANOS = Duration.ofSeconds(30).toNanos();

    private final WorkRecords records;
    private final QueueProgress queue;
    private final WorkCutter cutter;
    private final Ticker ticker;
    private volatile Fronts fronts = Fronts.UNKNOWN;
    private long lookedNanos;
    private long cutNanos;

    /** Looks at once, and cuts after a while. */
    public RescueTurn(Clients clients, QueueProgress queue, WorkCutter cutter, Ticker ticker) {
        this.records = new WorkRecords(clients::register);
        this.queue = queue;
        this.cutter = cutter;
        this.ticker = ticker;
        this.lookedNanos = ticker.nanos() - LOOK_NANOS;
        this.cutNanos = ticker.nanos();
    }

    /** How far the work queue had come at the last look. Any thread. */
    public Fronts fronts() {
        return fronts;
    }

    /** Does what is due; throws a {@link org.apache.kafka.common.KafkaException} where Kafka does not take it. */
    public void run(Producer<byte[], byte[]> producer, Admin admin, @Nullable Finding finding) {
        if (finding != null) {
            new Rescuer(records, producer).carryOut(finding);
        }
        long now = ticker.nanos();
        if (now - lookedNanos >= LOOK_NANOS) {
            lookedNanos = now;
            fronts = queue.read(admin);
        }
        if (now - cutNanos >= CUT_NANOS) {
            cutNanos = now;
            cutter.cut(admin, fronts);
        }
    }
}
