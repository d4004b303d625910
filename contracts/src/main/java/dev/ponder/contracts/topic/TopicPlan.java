package dev.ponder.contracts.topic;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Every topic of an installation, with the partition counts and clean-up policies of the house plan.
 *
 * @param tenants who may ask
 * @param pools which pools work
 * @param partitions of the topics that have many
 */
public record TopicPlan(List<TenantId> tenants, List<PoolId> pools, int partitions) {

    /** Values of requests may be this large on the broker, so that what we refuse as too large can be refused by us. */
    public static final int MAX_REQUEST_BYTES = 16 * 1024 * 1024;

    private static final int FEW = 3;
    private static final Duration CHUNKS_KEPT = Duration.ofHours(1);
    private static final Duration OUTCOMES_KEPT = Duration.ofDays(1);
    private static final Duration RECORDS_KEPT = Duration.ofDays(7);
    private static final Duration REGISTER_KEPT = Duration.ofHours(2);
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);

    public TopicPlan {
        tenants = List.copyOf(tenants);
        pools = List.copyOf(pools);
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions is below 1: " + partitions);
        }
    }

    /** All topics, in the order in which a request meets them. */
    public List<TopicSpec> specs() {
        List<TopicSpec> specs = new ArrayList<>();
        tenants.forEach(
                tenant -> specs.add(deleted(Topics.requests(tenant), partitions, RECORDS_KEPT, MAX_REQUEST_BYTES)));
        pools.forEach(pool -> addWork(specs, pool));
        tenants.forEach(tenant -> specs.add(deleted(Topics.chunks(tenant), partitions, CHUNKS_KEPT, 0)));
        specs.add(compactedAndDeleted(Topics.PROGRESS, OUTCOMES_KEPT));
        specs.add(deleted(Topics.OUTCOMES, partitions, OUTCOMES_KEPT, 0));
        specs.add(compactedAndDeleted(Topics.REGISTER, REGISTER_KEPT));
        tenants.forEach(tenant -> specs.add(deleted(Topics.results(tenant), partitions, RECORDS_KEPT, 0)));
        specs.add(new TopicSpec(Topics.CHAINS, partitions, Map.of("cleanup.policy", "compact")));
        tenants.forEach(
                tenant -> specs.add(deleted(Topics.deadLetters(tenant), FEW, DEAD_LETTERS_KEPT, MAX_REQUEST_BYTES)));
        return List.copyOf(specs);
    }

    /** Work waits in one partition, so that no member's queue is longer than another's, and is never dropped by age or size. */
    private static void addWork(List<TopicSpec> specs, PoolId pool) {
        for (SloClass slo : SloClass.values()) {
            specs.add(new TopicSpec(
                    Topics.work(pool, slo),
                    1,
                    Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1")));
        }
    }

    private static TopicSpec deleted(String name, int partitions, Duration kept, int maxBytes) {
        String retention = Long.toString(kept.toMillis());
        return new TopicSpec(
                name,
                partitions,
                maxBytes == 0
                        ? Map.of("cleanup.policy", "delete", "retention.ms", retention)
                        : Map.of(
                                "cleanup.policy",
                                "delete",
                                "retention.ms",
                                retention,
                                "max.message.bytes",
                                Integer.toString(maxBytes)));
    }

    private TopicSpec compactedAndDeleted(String name, Duration kept) {
        return new TopicSpec(
                name,
                partitions,
                Map.of("cleanup.policy", "compact,delete", "retention.ms", Long.toString(kept.toMillis())));
    }
}
