package dev.ponder.autoscaler.cluster;

import dev.ponder.autoscaler.actuation.Leadership;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.jspecify.annotations.Nullable;

/** The connection to the cluster and the lease held there. Opened and closed by one thread. */
public final class Cluster {

    private final KubernetesClient client;
    private final ClusterHttp http;
    private final @Nullable LeaseLeadership lease;

    private Cluster(KubernetesClient client, ClusterConfig config, String identity) {
        this.client = client;
        this.http = new ClusterHttp(client, config.patience());
        this.lease = config.lease().enabled() ? new LeaseLeadership(client, config.lease(), identity) : null;
    }

    /**
     * Prepares the connection; nothing is asked yet.
     *
     * @param identity of this process, unlike that of all others
     */
    public static Cluster open(ClusterConfig config, String identity) {
        Config settings = config.kubeconfig().map(Kubeconfig::read).orElseGet(() -> Config.autoConfigure(null));
        // Who is refused shall hear it at once: the next turn asks again, and a client that retries by itself would
        // hide it.
        settings.setRequestRetryBackoffLimit(0);
        settings.setRequestTimeout(Math.toIntExact(config.patience().toMillis()));
        return new Cluster(new KubernetesClientBuilder().withConfig(settings).build(), config, identity);
    }

    /** Calls of it. */
    public ClusterHttp http() {
        return http;
    }

    /** Who may write. */
    public Leadership leadership() {
        return lease == null ? Leadership.alone() : lease;
    }

    /** Stands for election from now on, where there is one. */
    public void start() {
        if (lease != null) {
            lease.start();
        }
    }

    /** Gives the lease back and closes the connection. */
    public void stop() throws InterruptedException {
        if (lease != null) {
            lease.stop();
        }
        client.close();
    }
}
