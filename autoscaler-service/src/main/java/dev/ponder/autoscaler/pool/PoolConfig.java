package dev.ponder.autoscaler.pool;

import dev.ponder.contracts.plan.SloClass;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How one pool is watched and scaled. */
public interface PoolConfig {

    /** The fewest replicas; 0 lets the pool sleep. */
    @WithDefault("0")
    @Min(0)
    int min();

    /** The most replicas, whatever is asked. */
    @WithDefault("8")
    @Min(1)
    @Max(10_000)
    int max();

    /** For how long fewer replicas must do before some are taken away. Less saves, more rides through pauses. */
    @WithDefault("5m")
    Duration hold();

    /** How far back load is remembered: room for what came in spikes is kept for as long, and a pool sleeps no sooner after one. */
    @WithDefault("30m")
    Duration remembers();

    /** How long a replica takes from being asked for to its first token, until that is learned. */
    @WithDefault("2m")
    Duration coldStart();

    /** The group in which the reasoners share the work, as {@code reasoner.queue.group}. */
    @WithDefault("ponder-reasoner")
    @NotBlank
    String group();

    /** How they take it, as {@code reasoner.queue.adapter}. */
    @WithDefault("share-group")
    QueueKind queue();

    /** Metrics pages of the reasoners; a host name with many addresses (a headless service) stands for a page each. */
    Optional<List<URI>> reasoners();

    /** Metrics pages of the shards, likewise. Without them what waits inside the engines counts as running. */
    Optional<List<URI>> shards();

    /** What single classes were promised, and how long their work is; a class that is not named has the standard of the house. */
    Map<SloClass, ClassConfig> classes();

    /** Who is asked how many replicas there should be. */
    PoliciesConfig policies();

    /** What a replica can do, until that is learned. */
    ReplicaConfig replica();

    /** Who says how many replicas there are: the cluster, or each reasoner whose page answers, where no cluster may be asked. */
    @WithDefault("cluster")
    ReplicaCount replicas();

    /** What a replica costs in an hour, for the meters of money; the cost cap's where it is missing. */
    Optional<Double> price();

    /** In what prices are: a code of ISO 4217. Nothing is converted. */
    @WithDefault("USD")
    String currency();

    /** Ways to have the same questions answered, by name, for the meters that compare them. */
    Map<String, OfferConfig> offers();

    /** What is scaled in the cluster; without it KEDA alone scales, and the number of replicas is not known. */
    Optional<TargetConfig> target();

    /** Who says how many replicas there are. */
    enum ReplicaCount {
        /** The scale target's pods. */
        CLUSTER,
        /** The reasoners' pages: who answers is ready. */
        PAGES
    }

    /** How a pool's work is taken from Kafka. */
    enum QueueKind {
        /** A share group: brokers from 4.2 on. */
        SHARE_GROUP,
        /** A consumer group. */
        CONSUMER_GROUP
    }
}
