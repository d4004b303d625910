package dev.ponder.images.startup;

import dev.ponder.local.launch.FreePorts;
import dev.ponder.local.launch.LaunchException;
import java.util.Iterator;

/**
 * Free ports of the loopback, one for each thing that listens.
 *
 * @param broker Kafka clients
 * @param controller Kafka's own quorum
 * @param shard gRPC of the simulated shard
 * @param shardMetrics its metrics
 * @param lookups gRPC of the cache
 * @param scaler gRPC of the autoscaler
 * @param router health and metrics
 * @param reasoner health and metrics
 * @param cache health and metrics
 * @param autoscaler health and metrics
 */
record Places(
        int broker,
        int controller,
        int shard,
        int shardMetrics,
        int lookups,
        int scaler,
        int router,
        int reasoner,
        int cache,
        int autoscaler) {

    private static final int COUNT = 10;

    /** Finds ports that are free now. */
    static Places find() throws LaunchException {
        Iterator<Integer> free = FreePorts.find(COUNT).iterator();
        return new Places(
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next());
    }

    static String local(int port) {
        return "127.0.0.1:" + port;
    }
}
