package dev.ponder.local.erasure;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.topic.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/** Deletes everything on topics that are one tenant's alone. One thread. */
final class OwnTopics {

    private final Admin admin;
    private final TopicFacts facts;

    OwnTopics(Admin admin, TopicFacts facts) {
        this.admin = admin;
        this.facts = facts;
    }

    /** Requests first, so that nothing of them is taken on any more. */
    static List<String> of(TenantId tenant) {
        return List.of(
                Topics.requests(tenant),
                Topics.control(tenant),
                Topics.chunks(tenant),
                Topics.results(tenant),
                Topics.deadLetters(tenant));
    }

    /** Records are counted by offsets, so the marks that transactions leave count too. */
    Finding erase(String topic, boolean dryRun) throws InterruptedException {
        List<TopicPartition> partitions = facts.partitions(topic);
        Map<TopicPartition, Long> begins = facts.offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = facts.offsets(partitions, OffsetSpec.latest());
        long found = 0;
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            found += end.getValue() - begins.getOrDefault(end.getKey(), 0L);
            all.put(end.getKey(), RecordsToDelete.beforeOffset(end.getValue()));
        }
        if (!dryRun && found > 0) {
            Answers.await(admin.deleteRecords(all).all(), "deleting records of " + topic);
        }
        return new Finding(topic, found, found, 0, facts.retention(topic).afterDeletion());
    }
}
