package dev.ponder.router.settlement.rescue;

import static java.util.Objects.requireNonNull;

import dev.ponder.router.settlement.liveness.Fronts;
import dev.ponder.router.settlement.liveness.Fronts.Lane;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Looks at how far reasoners have come with the work. Where they are done with everything, the front is where the lane ended at the look
 * before: whatever lay there then is done with now. One thread.
 */
public final class QueueProgress {

    private final QueueAdapter adapter;
    private final String group;
    private Map<Lane, Long> endedBefore = Map.of();

    /** Looks at the members of a group that read the queue in this way. */
    public QueueProgress(QueueAdapter adapter, String group) {
        this.adapter = requireNonNull(adapter, "adapter is null");
        this.group = requireNonNull(group, "group is null");
    }

    Fronts read(Admin admin) {
        Map<Lane, QueueAdapter.Reached> reached = adapter.read(admin, group);
        Map<Lane, Long> fronts = new HashMap<>();
        reached.forEach((lane, at) ->
                fronts.put(lane, at.all() ? Math.max(at.offset(), endedBefore.getOrDefault(lane, 0L)) : at.offset()));
        endedBefore = ends(admin, reached.keySet());
        return new Fronts(fronts);
    }

    private static Map<Lane, Long> ends(Admin admin, Collection<Lane> lanes) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        lanes.forEach(lane -> asked.put(new TopicPartition(lane.topic(), lane.partition()), OffsetSpec.latest()));
        Map<Lane, Long> ends = new HashMap<>();
        Map<TopicPartition, ListOffsetsResultInfo> found =
                Asking.await(admin.listOffsets(asked).all());
        found.forEach((partition, info) -> ends.put(new Lane(partition.topic(), partition.partition()), info.offset()));
        return ends;
    }
}
