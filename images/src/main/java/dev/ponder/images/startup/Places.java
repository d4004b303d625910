package dev.ponder.images.startup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

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

    /** Finds ports that are free now, by binding all of them at once. */
    static Places find() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < COUNT; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            int[] free = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            return new Places(free[0], free[1], free[2], free[3], free[4], free[5], free[6], free[7], free[8], free[9]);
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    static String local(int port) {
        return "127.0.0.1:" + port;
    }
}
