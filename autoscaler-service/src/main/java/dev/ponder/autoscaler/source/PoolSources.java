package dev.ponder.autoscaler.source;

import static java.util.Objects.requireNonNull;

/**
 * All that is asked about a pool.
 *
 * @param backlog what lies in its work topics
 * @param reasoners the pages of its reasoners
 * @param shards the pages of its shards
 * @param replicas what the cluster shows
 * @param ages when the records of its work topics came
 */
public record PoolSources(
        BacklogSource backlog, PageSource reasoners, PageSource shards, ReplicaSource replicas, AgeSource ages) {

    public PoolSources {
        requireNonNull(backlog, "backlog is null");
        requireNonNull(reasoners, "reasoners is null");
        requireNonNull(shards, "shards is null");
        requireNonNull(replicas, "replicas is null");
        requireNonNull(ages, "ages is null");
    }
}
