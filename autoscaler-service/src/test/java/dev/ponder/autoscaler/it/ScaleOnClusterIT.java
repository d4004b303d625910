package dev.ponder.autoscaler.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ponder.autoscaler.actuation.Actuation;
import dev.ponder.autoscaler.actuation.Actuator;
import dev.ponder.autoscaler.actuation.Answer;
import dev.ponder.autoscaler.actuation.Leadership;
import dev.ponder.autoscaler.actuation.ScaleView;
import dev.ponder.autoscaler.cluster.Cluster;
import dev.ponder.autoscaler.cluster.PodReplicas;
import dev.ponder.autoscaler.cluster.ScaleResource;
import dev.ponder.autoscaler.cluster.Target;
import dev.ponder.autoscaler.source.SeenReplica;
import dev.ponder.scaling.decision.Bounds;
import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scaling on a real API server with real controllers. */
class ScaleOnClusterIT {

    private static final Bounds BOUNDS = new Bounds(0, 6);

    private RealCluster real;
    private Cluster cluster;
    private ScaleResource scale;
    private PodReplicas pods;

    @BeforeEach
    void open() {
        Optional<Path> given = RealCluster.given();
        assumeTrue(given.isPresent(), RealCluster.NEEDED);
        real = RealCluster.open(given.orElseThrow());
        cluster = Cluster.open(real.config(), "one");
        scale = new ScaleResource(
                cluster.http(), new Target("apps/v1", "deployments", real.namespace(), "shards", true));
        pods = new PodReplicas(cluster.http(), scale, real.namespace());
    }

    @AfterEach
    void close() throws InterruptedException {
        if (cluster != null) {
            cluster.stop();
            real.close();
        }
    }

    @Test
    void goesUpAndDownToNone() throws Exception {
        real.deploy("shards", 1);
        Actuator actuator = Actuator.on(scale, pods, Leadership.alone(), BOUNDS);

        assertThat(turn(actuator, 3)).isEqualTo(new Actuation.Scaled(1, 3));
        real.awaitPods(3);
        assertThat(turn(actuator, 0)).isEqualTo(new Actuation.Scaled(3, 0));
        real.awaitPods(0);
        assertThat(turn(actuator, 0)).isEqualTo(new Actuation.Unchanged(0));
    }

    @Test
    void takesTheReplicasThatHoldTheLeast() throws Exception {
        real.deploy("shards", 4);
        await().untilAsserted(() -> assertThat(phases()).containsOnly(Phase.READY));
        List<String> before = real.pods();
        Map<String, Reading<Double>> outstanding = new HashMap<>();
        before.forEach(pod -> outstanding.put(pod, Reading.of(100.0 * before.indexOf(pod))));
        Actuator actuator = Actuator.on(scale, pods, Leadership.alone(), BOUNDS);
        actuator.look(0);

        Actuation became = actuator.apply(wanting(2), outstanding);

        assertThat(became).isEqualTo(new Actuation.Scaled(4, 2));
        real.awaitPods(2);
        assertThat(real.pods()).containsExactlyInAnyOrder(before.get(2), before.get(3));
    }

    @Test
    void overwritesNobodyWhoWroteSince() throws Exception {
        real.deploy("shards", 1);
        Actuator actuator = Actuator.on(scale, pods, Leadership.alone(), BOUNDS);
        actuator.look(0);
        real.client()
                .apps()
                .deployments()
                .inNamespace(real.namespace())
                .withName("shards")
                .scale(5);

        Actuation became = actuator.apply(wanting(2), Map.of());

        assertThat(became).isInstanceOf(Actuation.Undone.class);
        real.awaitPods(5);
    }

    @Test
    void saysThatThereIsNoSuchTarget() throws Exception {
        Answer<ScaleView> answer = scale.read();

        assertThat(answer).isInstanceOf(Answer.Absent.class);
    }

    @Test
    void leadsOneAtATimeAndHandsOver() throws Exception {
        Cluster other = Cluster.open(real.config(), "other");
        cluster.start();
        await().untilAsserted(() -> assertThat(cluster.leadership().isLeader()).isTrue());
        other.start();
        assertThat(other.leadership().isLeader()).isFalse();

        cluster.stop();

        await().untilAsserted(() -> assertThat(other.leadership().isLeader()).isTrue());
        assertThat(cluster.leadership().isLeader()).isFalse();
        other.stop();
    }

    private List<Phase> phases() throws InterruptedException {
        return pods.read().known().orElseThrow().stream()
                .map(SeenReplica::phase)
                .toList();
    }

    private static Actuation turn(Actuator actuator, int replicas) throws InterruptedException {
        actuator.look(0);
        return actuator.apply(wanting(replicas), Map.of());
    }

    private static Decision wanting(int replicas) {
        return new Decision.Kept(Instant.EPOCH, replicas, List.of("for the test"));
    }
}
