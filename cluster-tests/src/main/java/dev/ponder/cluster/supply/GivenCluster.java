package dev.ponder.cluster.supply;

import dev.ponder.cluster.site.Cluster;
import dev.ponder.cluster.site.Keda;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;

/** A cluster that somebody else runs: it is used, and left as it was found but for namespaces that end. */
final class GivenCluster {

    private static final String HOST = "PONDER_CLUSTER_HOST";
    private static final String NO_HOST = HOST
            + " does not say under which name or address KEDA's operator reaches what" + " listens on this machine";
    private static final String NO_KEDA =
            "the cluster of PONDER_KUBECONFIG has no KEDA: it does not know ScaledObjects";

    private final Path kubeconfig;
    private final CacheFolder cache;
    private final Map<String, String> environment;
    private final Consumer<String> say;

    GivenCluster(Path kubeconfig, CacheFolder cache, Map<String, String> environment, Consumer<String> say) {
        this.kubeconfig = kubeconfig;
        this.cache = cache;
        this.environment = environment;
        this.say = say;
    }

    Cluster open(Path folder) throws SupplyException {
        if (!Files.isReadable(kubeconfig)) {
            throw new SupplyException("PONDER_KUBECONFIG names no readable file: " + kubeconfig);
        }
        Cluster[] opened = new Cluster[1];
        opened[0] =
                new Cluster(kubeconfig, folder, cache.toolbox(), cache.definitions(), () -> keda(opened[0]), () -> {});
        try {
            say.accept("The cluster is that of PONDER_KUBECONFIG, Kubernetes "
                    + opened[0].client().getKubernetesVersion().getGitVersion());
        } catch (KubernetesClientException silent) {
            throw new SupplyException("the cluster of PONDER_KUBECONFIG does not answer", silent);
        }
        return opened[0];
    }

    private Keda keda(Cluster cluster) {
        String host = environment.getOrDefault(HOST, "");
        Assumptions.assumeFalse(host.isBlank(), NO_HOST);
        Assumptions.assumeTrue(
                cluster.client()
                                .apiextensions()
                                .v1()
                                .customResourceDefinitions()
                                .withName("scaledobjects.keda.sh")
                                .get()
                        != null,
                NO_KEDA);
        return new Keda(host);
    }
}
