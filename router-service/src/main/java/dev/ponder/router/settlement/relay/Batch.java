package dev.ponder.router.settlement.relay;

import dev.ponder.router.settlement.decision.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What one or more polls brought, decided.
 *
 * @param decided in the order of each partition
 * @param progress where reading goes on once the batch is durable
 */
record Batch(List<Decided> decided, Map<TopicPartition, OffsetAndMetadata> progress) {

    Batch {
        decided = List.copyOf(decided);
        progress = Map.copyOf(progress);
    }

    /** Whether nobody outside waits for any of it. */
    boolean isQuiet() {
        return decided.stream().noneMatch(one -> switch (one.decision()) {
            case Decision.Settled _, Decision.Refused _ -> true;
            case Decision.Duplicate _,
                    Decision.Fenced _,
                    Decision.Noted _,
                    Decision.Withdrawn _,
                    Decision.Overtaken _ -> false;
        });
    }

    /** The digests of the requests that it settles in a partition. */
    Set<String> settledIn(int partition) {
        Set<String> digests = new HashSet<>();
        for (Decided one : decided) {
            if (one.decision() instanceof Decision.Settled settled
                    && one.record().partition() == partition) {
                digests.add(settled.digest());
            }
        }
        return digests;
    }

    /** This batch and the one that came after it. */
    Batch then(Batch next) {
        List<Decided> both = new ArrayList<>(decided);
        both.addAll(next.decided);
        Map<TopicPartition, OffsetAndMetadata> reached = new HashMap<>(progress);
        reached.putAll(next.progress);
        return new Batch(both, reached);
    }

    /** The same with a note on each partition's progress, which any router can read. */
    Batch noting(IntFunction<String> noteOf) {
        Map<TopicPartition, OffsetAndMetadata> noted = new HashMap<>();
        progress.forEach((partition, reached) -> noted.put(
                partition,
                new OffsetAndMetadata(reached.offset(), reached.leaderEpoch(), noteOf.apply(partition.partition()))));
        return new Batch(decided, noted);
    }

    void endSpans() {
        decided.forEach(one -> one.span().end());
    }
}
