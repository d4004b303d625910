package dev.ponder.contracts.topic;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every topic of an installation, with the partition counts and clean-up policies of the house plan.
 *
 * @param tenants who may ask
 * @param pools which pools work
 * @param partitions of the topics that have many and may grow
 * @param settlementPartitions of those of {@link #SETTLEMENT}, for as long as they live
 * @param workPartitions of each topic of work: one where a share group takes it, so that no member's queue is longer than another's; as
 *     many as reasoners shall work for one pool and class where a consumer group does, since a partition has one of them
 */
public record TopicPlan(
        List<TenantId> tenants, List<PoolId> pools, int partitions, int settlementPartitions, int workPartitions) {

    /**
     * Topics in which a request is looked for in the partition of its key: with more partitions it would be looked for where it never
     * was, so that a settled one would be answered again and an open one never be closed.
     */
    public static final Set<String> SETTLEMENT = Set.of(Topics.OUTCOMES, Topics.REGISTER, Topics.PROGRESS);

    /** Values of requests may be this large on the broker, so that what we refuse as too large can be refused by us. */
    public static final int MAX_REQUEST_BYTES = 16 * 1024 * 1024;

    private static final int FEW = 3;
    private static final Duration ORDERS_KEPT = Duration.ofDays(1);
    private static final Duration CHUNKS_KEPT = Duration.ofHours(1);
    private static final Duration OUTCOMES_KEPT = Duration.ofDays(1);
    private static final Duration REGISTER_CLEANED = Duration.ofHours(1);
    private static final Duration CHAINS_UNCOMPACTED = Duration.ofDays(1);
    private static final Duration PROGRESS_CLEANED = Duration.ofMinutes(10);
    private static final Duration RECORDS_KEPT = Duration.ofDays(7);
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);

    public TopicPlan {
        tenants = List.copyOf(tenants);
        pools = List.copyOf(pools);
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions is below 1: " + partitions);
        }
        if (settlementPartitions < 1) {
            throw new IllegalArgumentException("settlementPartitions is below 1: " + settlementPartitions);
        }
        if (workPartitions < 1) {
            throw new IllegalArgumentException("workPartitions is below 1: " + workPartitions);
        }
    }

    /** A plan of an installation whose work a share group takes. */
    public TopicPlan(List<TenantId> tenants, List<PoolId> pools, int partitions, int settlementPartitions) {
        this(tenants, pools, partitions, settlementPartitions, 1);
    }

    /** The same of one that never grew. */
    public TopicPlan(List<TenantId> tenants, List<PoolId> pools, int partitions) {
        this(tenants, pools, partitions, partitions);
    }

    /** All topics. */
    public List<TopicSpec> specs() {
        Stream<TopicSpec> ofTenants = tenants.stream().flatMap(this::ofTenant);
        Stream<TopicSpec> ofPools = pools.stream().flatMap(this::ofPool);
        return Stream.of(ofTenants, ofPools, shared()).flatMap(specs -> specs).toList();
    }

    private Stream<TopicSpec> ofTenant(TenantId tenant) {
        return Stream.of(
                TopicForm.deleted(RECORDS_KEPT)
                        .withMaxBytes(MAX_REQUEST_BYTES)
                        .stampedByBroker()
                        .spec(Topics.requests(tenant), partitions),
                TopicForm.deleted(ORDERS_KEPT).stampedByBroker().spec(Topics.control(tenant), FEW),
                TopicForm.deleted(CHUNKS_KEPT).spec(Topics.chunks(tenant), partitions),
                TopicForm.deleted(RECORDS_KEPT).spec(Topics.results(tenant), partitions),
                TopicForm.deleted(DEAD_LETTERS_KEPT)
                        .withMaxBytes(MAX_REQUEST_BYTES)
                        .spec(Topics.deadLetters(tenant), FEW));
    }

    /** Work is never dropped by age or size. The broker stamps it, because waiting is counted from there. */
    private Stream<TopicSpec> ofPool(PoolId pool) {
        Stream<String> classes = Stream.of(SloClass.values()).map(slo -> Topics.work(pool, slo));
        return Stream.concat(classes, Stream.of(Topics.surplus(pool)))
                .map(topic -> TopicForm.kept().stampedByBroker().spec(topic, workPartitions));
    }

    /** The register is kept as long as what it is about: who comes back within that time finds both, outcomes and what is under way. */
    private Stream<TopicSpec> shared() {
        return Stream.of(
                TopicForm.compactedAndDeleted(OUTCOMES_KEPT)
                        .cleanedAfter(PROGRESS_CLEANED)
                        .spec(Topics.PROGRESS, settlementPartitions),
                TopicForm.deleted(OUTCOMES_KEPT).spec(Topics.OUTCOMES, settlementPartitions),
                TopicForm.compactedAndDeleted(OUTCOMES_KEPT)
                        .cleanedAfter(REGISTER_CLEANED)
                        .spec(Topics.REGISTER, settlementPartitions),
                TopicForm.compacted(CHAINS_UNCOMPACTED).spec(Topics.CHAINS, partitions));
    }
}
