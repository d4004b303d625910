package dev.ponder.scaling.observation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is known of a pool at a moment.
 *
 * @param at the moment
 * @param since the observation before it, or how long the pool is watched where there was none
 * @param replicas all that cost money; missing where the cluster did not answer
 * @param classes what is asked of them, by class
 * @param paces how fast they went
 * @param due batch work that waits, with its deadlines; in no order
 */
public record PoolObservation(
        Instant at,
        Duration since,
        Reading<List<ReplicaState>> replicas,
        List<ClassLoad> classes,
        Reading<List<PaceSample>> paces,
        Reading<List<Due>> due) {

    public PoolObservation {
        requireNonNull(at, "at is null");
        if (!since.isPositive()) {
            throw new IllegalArgumentException("observations follow each other: " + since);
        }
        requireNonNull(replicas, "replicas is null");
        classes = List.copyOf(classes);
        requireNonNull(paces, "paces is null");
        requireNonNull(due, "due is null");
    }

    /** The time since the observation before, in seconds. */
    public double sinceSeconds() {
        return since.toNanos() / 1e9;
    }

    /** How many replicas are in a phase; nothing where the cluster did not answer. */
    public Optional<Integer> count(ReplicaState.Phase phase) {
        return replicas.known().map(all ->
                (int) all.stream().filter(one -> one.phase() == phase).count());
    }

    /** Why sources are missing; empty where all answered. */
    public List<String> missing() {
        Stream<String> ofCluster =
                replicas instanceof Reading.Missing<List<ReplicaState>>(String why) ? Stream.of(why) : Stream.empty();
        Stream<String> ofClasses = classes.stream()
                .flatMap(one -> Stream.concat(
                        one.arrived() instanceof Reading.Missing<Work>(String why) ? Stream.of(why) : Stream.empty(),
                        one.layers().missing().stream()));
        return Stream.concat(ofCluster, ofClasses).distinct().toList();
    }

    /** The same of some classes alone. */
    public PoolObservation only(Set<String> names) {
        return of(one -> names.contains(one.objective().name()));
    }

    /** The same without some classes. */
    public PoolObservation without(Set<String> names) {
        return names.isEmpty()
                ? this
                : of(one -> !names.contains(one.objective().name()));
    }

    private PoolObservation of(Predicate<ClassLoad> kept) {
        return new PoolObservation(
                at, since, replicas, classes.stream().filter(kept).toList(), paces, due);
    }

    /** All that waits for a shard, as far as is known. */
    public Work waiting() {
        return classes.stream().map(one -> one.layers().waiting()).reduce(Work.NONE, Work::plus);
    }

    /** All that is on shards, as far as is known. */
    public Work running() {
        return classes.stream().map(one -> one.layers().running()).reduce(Work.NONE, Work::plus);
    }
}
