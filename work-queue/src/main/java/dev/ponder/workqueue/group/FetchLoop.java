package dev.ponder.workqueue.group;

import dev.ponder.workqueue.record.WorkItems;
import dev.ponder.workqueue.slot.DrainSignal;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Fetches one lane ahead of the slots, keeps membership, and commits what is settled without a gap, and how often what is open came. Owns
 * a thread and the consumer; goes on during a drain, so that what finishes then is committed, until it is told that the slots have ended.
 */
final class FetchLoop implements Runnable {

    private static final System.Logger LOGGER = System.getLogger(FetchLoop.class.getName());
    /** How long one poll lasts, and so how long a settled record may wait for its commit, or a free slot for a paused lane. */
    private static final Duration TURN = Duration.ofMillis(100);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final String topic;
    private final Supplier<Consumer<byte[], byte[]>> join;
    private final LaneBuffer buffer;
    private final DrainSignal drain;
    /** Fetched, but its delivery is not committed yet: should it kill this process, the next one must know. */
    private final List<Fetched> uncounted = new ArrayList<>();

    private final CountDownLatch slotsEnded = new CountDownLatch(1);

    FetchLoop(String topic, Supplier<Consumer<byte[], byte[]>> join, LaneBuffer buffer, DrainSignal drain) {
        this.topic = topic;
        this.join = join;
        this.buffer = buffer;
        this.drain = drain;
    }

    /** Lets the loop commit for the last time and leave. */
    void slotsHaveEnded() {
        slotsEnded.countDown();
    }

    @Override
    public void run() {
        try {
            while (slotsEnded.getCount() > 0) {
                membership();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From joining to leaving; a failure ends it, and the next one starts from what was committed. */
    private void membership() throws InterruptedException {
        try (Consumer<byte[], byte[]> consumer = join.get()) {
            Claims claims = new Claims(consumer);
            consumer.subscribe(List.of(topic), claims);
            try {
                while (slotsEnded.getCount() > 0) {
                    turn(consumer, claims);
                }
                claims.commitAndLeave();
            } finally {
                uncounted.clear();
                claims.loseAll();
            }
        } catch (KafkaException e) { // Top of the loop: whatever failed, a new member starts from a known state.
            LOGGER.log(Level.WARNING, "fetching from " + topic + " failed; joins anew after a pause", e);
            if (slotsEnded.await(PAUSE_AFTER_FAILURE.toNanos(), TimeUnit.NANOSECONDS)) {
                LOGGER.log(Level.WARNING, "what was settled last in {0} may come again", topic);
            }
        }
    }

    private void turn(Consumer<byte[], byte[]> consumer, Claims claims) {
        if (drain.isRequested() || buffer.isFull() || !uncounted.isEmpty()) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(consumer.paused());
        }
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(TURN)) {
            uncounted.add(claims.opened(WorkItems.of(record)));
        }
        if (claims.commit()) {
            uncounted.forEach(buffer::add);
            uncounted.clear();
        }
    }
}
