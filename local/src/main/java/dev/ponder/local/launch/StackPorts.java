package dev.ponder.local.launch;

import java.util.List;

/**
 * Which port each part serves on.
 *
 * @param broker Kafka clients
 * @param controller Kafka's own quorum
 * @param cacheGrpc lookups
 * @param cache health and metrics
 * @param router health and metrics
 * @param reasoner health and metrics
 * @param shards gRPC, one a shard
 * @param shardMetrics metrics, one a shard
 */
record StackPorts(
        int broker,
        int controller,
        int cacheGrpc,
        int cache,
        int router,
        int reasoner,
        List<Integer> shards,
        List<Integer> shardMetrics) {

    private static final int SINGLE = 6;

    StackPorts {
        shards = List.copyOf(shards);
        shardMetrics = List.copyOf(shardMetrics);
    }

    /** Free ports for everything but what the settings name. */
    static StackPorts free(StackSettings settings) throws LaunchException {
        int shards = settings.shards();
        List<Integer> ports = FreePorts.find(SINGLE + 2 * shards);
        return new StackPorts(
                settings.brokerPort() == 0 ? ports.get(0) : settings.brokerPort(),
                ports.get(1),
                ports.get(2),
                ports.get(3),
                ports.get(4),
                ports.get(5),
                ports.subList(SINGLE, SINGLE + shards),
                ports.subList(SINGLE + shards, SINGLE + 2 * shards));
    }

    String bootstrap() {
        return local(broker);
    }

    static String local(int port) {
        return "127.0.0.1:" + port;
    }

    static String local(List<Integer> ports) {
        return String.join(",", ports.stream().map(StackPorts::local).toList());
    }
}
