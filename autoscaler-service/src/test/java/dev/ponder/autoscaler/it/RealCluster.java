package dev.ponder.autoscaler.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.autoscaler.cluster.ClusterConfig;
import dev.ponder.autoscaler.cluster.Kubeconfig;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A namespace of a real API server with real controllers; the nodes may be simulated. */
final class RealCluster implements AutoCloseable {

    /** What to say where none is given. */
    static final String NEEDED =
            "needs a real API server: PONDER_KUBECONFIG names no kubeconfig, and the folder PONDER_TOOLS holds none";

    private static final Map<String, String> LABELS = Map.of("app", "shards");

    private final Path kubeconfig;
    private final KubernetesClient client;
    private final String namespace = "ponder-" + UUID.randomUUID();

    private RealCluster(Path kubeconfig) {
        this.kubeconfig = kubeconfig;
        this.client = new KubernetesClientBuilder()
                .withConfig(Kubeconfig.read(kubeconfig))
                .build();
        client.namespaces()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
    }

    /** The kubeconfig that was given: {@code PONDER_KUBECONFIG}, or the one in the folder {@code PONDER_TOOLS}. */
    static Optional<Path> given() {
        Stream<String> named = Stream.ofNullable(System.getenv("PONDER_KUBECONFIG"));
        Stream<String> ofTools =
                Stream.ofNullable(System.getenv("PONDER_TOOLS")).map(folder -> folder + "/kubeconfig");
        return Stream.concat(named, ofTools)
                .map(Path::of)
                .filter(Files::isReadable)
                .findFirst();
    }

    static RealCluster open(Path kubeconfig) {
        return new RealCluster(kubeconfig);
    }

    KubernetesClient client() {
        return client;
    }

    String namespace() {
        return namespace;
    }

    ClusterConfig config() {
        return new Settings(Optional.of(kubeconfig), Duration.ofSeconds(5), new ShortLease(namespace));
    }

    /** What the service is told so that it scales the deployment here. */
    Map<String, String> service(String pool, int max) {
        String prefix = "autoscaler.pools." + pool + ".";
        return Map.of(
                prefix + "max",
                Integer.toString(max),
                prefix + "target.name",
                "shards",
                prefix + "target.namespace",
                namespace,
                "autoscaler.loop.interval",
                "1s",
                "autoscaler.cluster.kubeconfig",
                kubeconfig.toString(),
                "autoscaler.cluster.lease.namespace",
                namespace);
    }

    /** Lays a deployment and waits until its pods are there. */
    void deploy(String name, int replicas) {
        client.resource(new DeploymentBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(namespace)
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(replicas)
                        .withNewSelector()
                        .withMatchLabels(LABELS)
                        .endSelector()
                        .withNewTemplate()
                        .withNewMetadata()
                        .withLabels(LABELS)
                        .endMetadata()
                        .withNewSpec()
                        .addNewContainer()
                        .withName("shard")
                        .withImage("shard")
                        .endContainer()
                        .endSpec()
                        .endTemplate()
                        .endSpec()
                        .build())
                .create();
        awaitPods(replicas);
    }

    void awaitPods(int replicas) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(pods()).hasSize(replicas));
    }

    List<String> pods() {
        return client.pods().inNamespace(namespace).withLabels(LABELS).list().getItems().stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .map(pod -> pod.getMetadata().getName())
                .toList();
    }

    @Override
    public void close() {
        client.namespaces().withName(namespace).delete();
        client.close();
    }

    private record Settings(Optional<Path> kubeconfig, Duration patience, ClusterConfig.Lease lease)
            implements ClusterConfig {}

    private record ShortLease(String namespace) implements ClusterConfig.Lease {

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public String name() {
            return "ponder-autoscaler";
        }

        @Override
        public Duration duration() {
            return Duration.ofSeconds(4);
        }

        @Override
        public Duration renewDeadline() {
            return Duration.ofSeconds(3);
        }

        @Override
        public Duration retryPause() {
            return Duration.ofMillis(500);
        }
    }
}
