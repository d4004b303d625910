package dev.ponder.scaling.observation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the work of a class stands. All four layers count: one that nobody looks at hides the work that a fleet waits for.
 *
 * @param queued in Kafka, taken by nobody: the lag of the share group without what is in flight
 * @param buffered fetched, held by no slot
 * @param gated held by a slot that waits for room
 * @param dispatched on shards
 */
public record Layers(Reading<Work> queued, Reading<Work> buffered, Reading<Work> gated, Reading<Work> dispatched) {

    public Layers {
        requireNonNull(queued, "queued is null");
        requireNonNull(buffered, "buffered is null");
        requireNonNull(gated, "gated is null");
        requireNonNull(dispatched, "dispatched is null");
    }

    /** What waits for a shard, as far as is known. */
    public Work waiting() {
        return sum(Stream.of(queued, buffered, gated));
    }

    /** What is on shards, as far as is known. */
    public Work running() {
        return sum(Stream.of(dispatched));
    }

    /** Why layers are missing; empty where all are known. */
    public List<String> missing() {
        return Stream.of(queued, buffered, gated, dispatched)
                .flatMap(layer -> layer instanceof Reading.Missing<Work>(String why) ? Stream.of(why) : Stream.empty())
                .toList();
    }

    private static Work sum(Stream<Reading<Work>> layers) {
        return layers.map(Reading::known).flatMap(Optional::stream).reduce(Work.NONE, Work::plus);
    }
}
