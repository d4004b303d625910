package dev.ponder.autoscaler.wiring;

import dev.ponder.autoscaler.actuation.Actuator;
import dev.ponder.autoscaler.actuation.CostMarks;
import dev.ponder.autoscaler.cluster.Cluster;
import dev.ponder.autoscaler.cluster.PodReplicas;
import dev.ponder.autoscaler.cluster.ScaleResource;
import dev.ponder.autoscaler.kafka.KafkaAges;
import dev.ponder.autoscaler.kafka.KafkaBacklog;
import dev.ponder.autoscaler.loop.LoopConfig;
import dev.ponder.autoscaler.pages.HttpPages;
import dev.ponder.autoscaler.pages.NameLookup;
import dev.ponder.autoscaler.pool.PoolConfig;
import dev.ponder.autoscaler.pool.ServedPool;
import dev.ponder.autoscaler.pool.TargetConfig;
import dev.ponder.autoscaler.source.AgeSource;
import dev.ponder.autoscaler.source.AnsweringReplicas;
import dev.ponder.autoscaler.source.BacklogSource;
import dev.ponder.autoscaler.source.PageSource;
import dev.ponder.autoscaler.source.PoolSources;
import dev.ponder.autoscaler.source.ReplicaSource;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.scaling.decision.Bounds;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/** Makes a pool's sources and its actuator as its settings say. */
final class PoolAssembly {

    /** Only replica sets ask what it costs to delete a pod. */
    private static final Set<String> ASK_FOR_COSTS = Set.of("deployments", "replicasets");

    private final Admin admin;
    private final LoopConfig loop;
    private final Optional<Cluster> cluster;
    private final HttpClient http;

    PoolAssembly(Admin admin, LoopConfig loop, Optional<Cluster> cluster) {
        this.admin = admin;
        this.loop = loop;
        this.cluster = cluster;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(loop.pagePatience())
                .build();
    }

    /** A source of its own for each caller, since each is owned by one thread. */
    BacklogSource backlog(ServedPool pool, PoolConfig config) {
        return new KafkaBacklog(admin, pool.topics(), config.group(), config.queue(), loop.brokerPatience());
    }

    PoolSources sources(ServedPool pool, PoolConfig config) {
        PageSource reasoners = config.reasoners()
                .map(this::pages)
                .orElseGet(() -> PageSource.unset("no page of a reasoner is set up"));
        PageSource shards = config.shards().map(this::pages).orElseGet(PageSource::none);
        AgeSource ages = new KafkaAges(admin, pool.topics(), loop.brokerPatience());
        return switch (config.replicas()) {
            case CLUSTER -> new PoolSources(backlog(pool, config), reasoners, shards, inCluster(config), ages);
            case PAGES -> {
                AnsweringReplicas answering = new AnsweringReplicas(reasoners, Ticker.system());
                yield new PoolSources(backlog(pool, config), answering.pages(), shards, answering.replicas(), ages);
            }
        };
    }

    private ReplicaSource inCluster(PoolConfig config) {
        return config.target()
                .<ReplicaSource>map(this::pods)
                .orElseGet(() -> ReplicaSource.unset("no scale target is set up"));
    }

    Actuator actuator(PoolConfig config) {
        Optional<TargetConfig> written = config.target().filter(TargetConfig::write);
        return written.map(target -> Actuator.on(
                        scale(target),
                        ASK_FOR_COSTS.contains(target.resource()) ? pods(target) : CostMarks.none(),
                        cluster.orElseThrow().leadership(),
                        new Bounds(config.min(), config.max())))
                .orElseGet(Actuator::standby);
    }

    private PageSource pages(List<URI> pages) {
        return new HttpPages(http, NameLookup.system(), pages, loop.pagePatience());
    }

    private PodReplicas pods(TargetConfig target) {
        return new PodReplicas(cluster.orElseThrow().http(), scale(target), target.namespace());
    }

    private ScaleResource scale(TargetConfig target) {
        return new ScaleResource(cluster.orElseThrow().http(), target);
    }
}
