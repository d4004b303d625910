package dev.ponder.workqueue.share;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.workqueue.WorkLane;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes members of share groups that take one record at a time. */
final class ShareMembers {

    private static final int READ_BYTES = 4096;

    /**
     * {@code record_limit} (KIP-1206) makes {@code max.poll.records} a bound on what the broker locks, not only on what poll returns. And
     * since one record is taken, no more is read: the broker gives at least one batch whatever the limit. Where it may read on, it goes
     * through up to a megabyte of waiting records for each that it hands out (measured on 4.2.1: 46 short jobs a second out of a backlog,
     * the broker's core busy).
     */
    private static final Map<String, Object> ONE_AT_A_TIME = Map.of(
            "share.acknowledgement.mode",
            "explicit",
            "share.acquire.mode",
            "record_limit",
            "max.poll.records",
            1,
            "fetch.max.bytes",
            READ_BYTES);

    /** A handed-off job keeps its slot from polling for as long as it runs; a member that is thrown out would join anew. */
    private static final Map<String, Object> NEVER_LATE = Map.of("max.poll.interval.ms", Integer.MAX_VALUE);

    private final Map<String, Object> client;
    private final Ticker ticker;

    ShareMembers(Map<String, Object> client, Ticker ticker) {
        this.client = client;
        this.ticker = ticker;
    }

    /** Joins the lane's group; whoever gets the member owns it, and uses it on one thread. */
    Member join(WorkLane lane) {
        Map<String, Object> settings = new HashMap<>(NEVER_LATE);
        settings.putAll(client);
        settings.putAll(ONE_AT_A_TIME);
        settings.put("group.id", lane.group());
        KafkaShareConsumer<byte[], byte[]> member =
                new KafkaShareConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        member.subscribe(List.of(lane.topic()));
        return Member.of(member, ticker);
    }
}
