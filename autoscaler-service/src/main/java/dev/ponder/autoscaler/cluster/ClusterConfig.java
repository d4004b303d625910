package dev.ponder.autoscaler.cluster;

import dev.ponder.autoscaler.pool.TrueOrFalse;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How the cluster is spoken to, where a pool has a target. */
@ConfigMapping(prefix = "autoscaler.cluster")
public interface ClusterConfig {

    /** A kubeconfig; without it what the pod is given, or else the user's own. */
    Optional<Path> kubeconfig();

    /** How long each call may take. */
    @WithDefault("5s")
    Duration patience();

    /** Who may write when there are several autoscalers. */
    Lease lease();

    /** The lease of the one that writes. */
    interface Lease {

        /** Whether there may be several; without it this one always writes. */
        @WithDefault("true")
        @WithConverter(TrueOrFalse.class)
        boolean enabled();

        /** Its name. */
        @WithDefault("ponder-autoscaler")
        String name();

        /** Its namespace. */
        @WithDefault("default")
        String namespace();

        /** How long it counts without being renewed. Less hands over sooner, more rides through a slow API server. */
        @WithDefault("15s")
        Duration duration();

        /** How long the holder tries to renew it before it gives up; less than the duration. */
        @WithDefault("10s")
        Duration renewDeadline();

        /** The pause between tries. */
        @WithDefault("2s")
        Duration retryPause();
    }
}
