package dev.ponder.autoscaler.cluster;

import dev.ponder.autoscaler.actuation.Leadership;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfig;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElector;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Leads while it holds a lease. An elector that lost is done, so each loss makes a new one. Owns a virtual thread; the client's own threads
 * do the renewing.
 */
public final class LeaseLeadership implements Leadership {

    private static final Logger LOGGER = Logger.getLogger(LeaseLeadership.class);

    private final KubernetesClient client;
    private final ClusterConfig.Lease lease;
    private final String identity;
    private volatile boolean leads;
    private @Nullable Thread thread;

    /**
     * Prepares to stand for election; begins with {@link #start()}.
     *
     * @param identity of this process, unlike that of all others
     */
    public LeaseLeadership(KubernetesClient client, ClusterConfig.Lease lease, String identity) {
        this.client = client;
        this.lease = lease;
        this.identity = identity;
    }

    /** Stands for election from now on. */
    public synchronized void start() {
        thread = Thread.ofVirtual().name("lease").start(this::run);
    }

    @Override
    public boolean isLeader() {
        return leads;
    }

    /** Gives the lease back, so that another need not wait for its end. */
    public synchronized void stop() throws InterruptedException {
        if (thread != null) {
            thread.interrupt();
            thread.join(lease.renewDeadline());
        }
    }

    private void run() {
        try {
            while (true) {
                stand();
                Thread.sleep(lease.retryPause());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            leads = false;
        }
    }

    private void stand() throws InterruptedException {
        LeaderElector elector = client.leaderElector().withConfig(config()).build();
        CompletableFuture<?> elected = elector.start();
        try {
            elected.get();
        } catch (InterruptedException stopping) {
            elected.cancel(true);
            elector.release();
            throw stopping;
        } catch (ExecutionException | CancellationException lost) {
            LOGGER.warnf("election for the lease %s failed: %s", lease.name(), lost.getMessage());
        } finally {
            leads = false;
        }
    }

    private LeaderElectionConfig config() {
        return new LeaderElectionConfigBuilder()
                .withName(lease.name())
                .withLock(new LeaseLock(lease.namespace(), lease.name(), identity))
                .withLeaseDuration(lease.duration())
                .withRenewDeadline(lease.renewDeadline())
                .withRetryPeriod(lease.retryPause())
                .withReleaseOnCancel(true)
                .withLeaderCallbacks(new LeaderCallbacks(
                        () -> lead(true), () -> lead(false), leader -> LOGGER.infof("%s writes replicas", leader)))
                .build();
    }

    private void lead(boolean now) {
        leads = now;
        LOGGER.infof(now ? "this process writes replicas" : "this process no longer writes replicas");
    }
}
