package dev.ponder.router.settlement.relay;

import dev.ponder.contracts.work.WorkPlace;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.router.settlement.decision.Decision;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads work that is given up once more, so that it can be put aside. What Kafka does not hand out in time is put aside without its
 * content, and so is what comes soon after: no letter is worth that settlement stands still. The settlement thread alone.
 */
final class GivenUpWork {

    private static final Logger LOGGER = Logger.getLogger(GivenUpWork.class);
    private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();

    private final WorkRecords records;
    private final Ticker ticker;
    private long pausedNanos;

    GivenUpWork(WorkRecords records, Ticker ticker) {
        this.records = records;
        this.ticker = ticker;
        this.pausedNanos = ticker.nanos() - PAUSE_NANOS;
    }

    /** The work record of a request that a decision gives up, or null: it gives none up, or the record can't be had. */
    @Nullable
    ConsumerRecord<byte[], byte[]> of(Decision decision) {
        return decision instanceof Decision.Settled settled && settled.givenUp().isPresent() && settled.work() != null
                ? read(settled.work())
                : null;
    }

    private @Nullable ConsumerRecord<byte[], byte[]> read(WorkPlace place) {
        if (ticker.nanos() - pausedNanos < PAUSE_NANOS) {
            return null;
        }
        try {
            return records.read(place).orElse(null);
        } catch (InterruptException stopped) {
            throw stopped;
        } catch (KafkaException unread) {
            pausedNanos = ticker.nanos();
            LOGGER.warnf("work at %s is put aside without its content: %s", place, unread.toString());
            return null;
        }
    }
}
