package dev.ponder.workqueue.group;

import dev.ponder.workqueue.DrainReport;
import dev.ponder.workqueue.QueueRim;
import dev.ponder.workqueue.QueueTally;
import dev.ponder.workqueue.RoomGate;
import dev.ponder.workqueue.WorkLane;
import dev.ponder.workqueue.WorkQueue;
import dev.ponder.workqueue.WorkQueueSettings;
import dev.ponder.workqueue.Worker;
import dev.ponder.workqueue.slot.LoopThreads;
import dev.ponder.workqueue.slot.QueueParts;
import dev.ponder.workqueue.slot.SlotPool;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Work through consumer groups, for brokers before 4.2: one member a lane, whose records any slot of this process takes, in no order.
 *
 * <p>Guarantee: at least once; a crash repeats whatever was done above the oldest open record of each partition, so one long job behind
 * which many finish makes for many repetitions, which the hand-off bounds. Order: none. Commit point: the worker's verdict or the
 * hand-off, once everything below is settled. A released record is tried again here after a pause, and blocks nobody. When a
 * partition moves to another process, what runs is fenced. Deliveries are counted beside the committed offset, before a record is given
 * to a slot, so that a record at which its process dies is known to have come before. There is no delivery limit: the worker rejects
 * what will never do.
 */
public final class ConsumerGroupQueue implements WorkQueue {

    private static final Duration LEAVING = Duration.ofSeconds(30);
    private static final int SESSION_MILLIS = 10_000;

    private final SlotPool slots;
    private final List<FetchLoop> fetchers;
    private final LoopThreads fetching;

    private ConsumerGroupQueue(SlotPool slots, List<FetchLoop> fetchers, LoopThreads fetching) {
        this.slots = slots;
        this.fetchers = fetchers;
        this.fetching = fetching;
    }

    /** Joins the groups and begins to work; returns at once. */
    public static ConsumerGroupQueue open(WorkQueueSettings settings, Worker worker, RoomGate gate, QueueRim rim) {
        QueueParts parts = QueueParts.of(settings, worker, gate, rim);
        List<LaneBuffer> buffers = settings.lanes().stream()
                .map(_ -> new LaneBuffer(rim.ticker(), settings.slots()))
                .toList();
        List<FetchLoop> fetchers = IntStream.range(0, buffers.size())
                .mapToObj(lane -> fetcher(settings.lanes().get(lane), buffers.get(lane), parts))
                .toList();
        LoopThreads fetching = LoopThreads.start(fetchers, rim.loops(), rim.ticker());
        SlotPool slots = SlotPool.start(parts, lanes(buffers, settings.retryPause()));
        return new ConsumerGroupQueue(slots, fetchers, fetching);
    }

    private static List<PoolLane> lanes(List<LaneBuffer> buffers, Duration retryPause) {
        return buffers.stream().map(buffer -> new PoolLane(buffer, retryPause)).toList();
    }

    private static FetchLoop fetcher(WorkLane lane, LaneBuffer buffer, QueueParts parts) {
        return new FetchLoop(lane.topic(), () -> join(lane, parts.settings()), buffer, parts.drain());
    }

    private static Consumer<byte[], byte[]> join(WorkLane lane, WorkQueueSettings settings) {
        Map<String, Object> keys = new HashMap<>();
        keys.put("auto.offset.reset", "earliest");
        keys.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
        keys.put("max.poll.records", settings.slots());
        // So long the work of a process that was killed waits for another one: by Kafka's own 45 s much of it would
        // miss its deadline.
        keys.put("session.timeout.ms", SESSION_MILLIS);
        keys.putAll(settings.client());
        keys.put("group.id", lane.group());
        keys.put("enable.auto.commit", false);
        return new KafkaConsumer<>(keys, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public QueueTally tally() {
        return slots.tally();
    }

    @Override
    public DrainReport drain(Duration grace) {
        DrainReport report = slots.drain(grace);
        fetchers.forEach(FetchLoop::slotsHaveEnded);
        fetching.join(LEAVING, () -> {});
        return report;
    }
}
