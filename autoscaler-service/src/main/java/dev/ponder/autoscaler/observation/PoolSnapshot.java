package dev.ponder.autoscaler.observation;

import static java.util.Objects.requireNonNull;

import dev.ponder.autoscaler.source.SeenReplica;
import dev.ponder.autoscaler.source.TopicBacklog;
import dev.ponder.scaling.observation.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What all sources of a pool said at about one moment.
 *
 * @param at the moment by the wall clock, which may jump
 * @param nanos the moment by the stopwatch, which never goes back
 * @param backlog by topic
 * @param reasoners by address
 * @param shards by address
 * @param replicas as the cluster shows them
 * @param past by topic, of those whose past was asked about
 */
record PoolSnapshot(
        Instant at,
        long nanos,
        Map<String, Reading<TopicBacklog>> backlog,
        Reading<Map<String, Reading<ReasonerFigures>>> reasoners,
        Reading<Map<String, Reading<ShardFigures>>> shards,
        Reading<List<SeenReplica>> replicas,
        Map<String, Reading<Past>> past) {

    PoolSnapshot {
        requireNonNull(at, "at is null");
        backlog = Map.copyOf(backlog);
        requireNonNull(reasoners, "reasoners is null");
        requireNonNull(shards, "shards is null");
        requireNonNull(replicas, "replicas is null");
        past = Map.copyOf(past);
    }

    Reading<TopicBacklog> backlog(String topic) {
        return backlog.getOrDefault(topic, Reading.missing("nobody asked about " + topic));
    }

    Reading<Past> past(String topic) {
        return past.getOrDefault(topic, Reading.missing("nobody asked when the records of " + topic + " came"));
    }

    /** Whether the cluster is known to hold no replica at all: then a page that cannot be found has nobody behind it. */
    boolean isEmpty() {
        return replicas.known().map(List::isEmpty).orElse(false);
    }
}
