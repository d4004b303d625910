package dev.ponder.autoscaler.observation;

import dev.ponder.autoscaler.pool.ServedClass;
import dev.ponder.autoscaler.pool.ServedPool;
import dev.ponder.autoscaler.source.SeenReplica;
import dev.ponder.autoscaler.source.TopicBacklog;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.mechanics.metrics.MetricsPage;
import dev.ponder.scaling.observation.Objective;
import dev.ponder.scaling.observation.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What sources might say, seconds after the beginning. */
final class Snapshots {

    static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    static final String QUICK = "work.quick";
    static final String SLOW = "work.slow";
    static final String SURPLUS = "work.surplus";
    static final ServedPool POOL = new ServedPool(
            new PoolId("main"),
            List.of(
                    served(QUICK, "quick", Duration.ofSeconds(5), Optional.empty()),
                    served(SLOW, "slow", Duration.ofMinutes(5), Optional.empty())));
    /** Nothing is said of how long requests are, and there is work beyond shares. */
    static final ServedPool UNSIZED =
            new ServedPool(new PoolId("main"), List.of(unsized(QUICK, "quick"), unsized(SURPLUS, "surplus")));
    /** The slow class is to be done within 64 minutes: a span a minute. */
    static final ServedPool WITH_DEADLINES = new ServedPool(
            new PoolId("main"),
            List.of(
                    served(QUICK, "quick", Duration.ofSeconds(5), Optional.empty()),
                    served(SLOW, "slow", Duration.ofMinutes(5), Optional.of(Duration.ofMinutes(64)))));

    private final Map<String, Reading<TopicBacklog>> backlog = new HashMap<>();
    private Reading<Map<String, Reading<ReasonerFigures>>> reasoners = Reading.of(Map.of());
    private Reading<Map<String, Reading<ShardFigures>>> shards = Reading.of(Map.of());
    private Reading<List<SeenReplica>> replicas = Reading.of(List.of());
    private final Map<String, Reading<Past>> past = new HashMap<>();

    static Snapshots calm() {
        return new Snapshots().backlog(QUICK, 0, 0).backlog(SLOW, 0, 0);
    }

    Snapshots backlog(String topic, long ended, long open) {
        backlog.put(topic, Reading.of(new TopicBacklog(ended, open)));
        return this;
    }

    Snapshots noBacklog(String topic, String why) {
        backlog.put(topic, Reading.missing(why));
        return this;
    }

    Snapshots reasoner(String address, String page) {
        return reasoners(Map.of(address, Reading.of(ReasonerFigures.of(MetricsPage.parse(page)))));
    }

    Snapshots reasoners(Map<String, Reading<ReasonerFigures>> pages) {
        reasoners = Reading.of(pages);
        return this;
    }

    Snapshots noReasoners(String why) {
        reasoners = Reading.missing(why);
        return this;
    }

    Snapshots shard(String address, String page) {
        shards = Reading.of(Map.of(address, Reading.of(ShardFigures.of(MetricsPage.parse(page)))));
        return this;
    }

    Snapshots replicas(Reading<List<SeenReplica>> seen) {
        replicas = seen;
        return this;
    }

    /** What lay in the slow topic before anybody looked. */
    Snapshots past(Reading<Past> told) {
        past.put(SLOW, told);
        return this;
    }

    PoolSnapshot after(double seconds) {
        return at(NOON.plusMillis((long) (seconds * 1000)), seconds);
    }

    PoolSnapshot at(Instant wall, double seconds) {
        return new PoolSnapshot(wall, (long) (seconds * 1e9), backlog, reasoners, shards, replicas, past);
    }

    static Observer observer() {
        return new Observer(POOL, NOON, 0);
    }

    static Observer observer(ServedPool pool) {
        return new Observer(pool, NOON, 0);
    }

    private static ServedClass unsized(String topic, String name) {
        Objective loose = new Objective(name, Duration.ofHours(1), Duration.ofMillis(50));
        return new ServedClass(topic, loose, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ServedClass served(String topic, String name, Duration firstToken, Optional<Duration> due) {
        return new ServedClass(
                topic,
                new Objective(name, firstToken, Duration.ofMillis(50)),
                Optional.of(100.0),
                Optional.of(200.0),
                due);
    }
}
