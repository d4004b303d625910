package dev.ponder.local.launch;

import java.util.List;

/**
 * Which port each part serves on.
 *
 * @param broker Kafka clients
 * @param controller Kafka's own quorum
 * @param cacheGrpc lookups
 * @param cache health and metrics
 * @param routers health and metrics, one a router
 * @param reasoners health and metrics, one a reasoner
 * @param shards gRPC, one a shard
 * @param shardMetrics metrics, one a shard
 */
record StackPorts(
        int broker,
        int controller,
        int cacheGrpc,
        int cache,
        List<Integer> routers,
        List<Integer> reasoners,
        List<Integer> shards,
        List<Integer> shardMetrics) {

    private static final int SINGLE = 4;

    StackPorts {
        routers = List.copyOf(routers);
        reasoners = List.copyOf(reasoners);
        shards = List.copyOf(shards);
        shardMetrics = List.copyOf(shardMetrics);
    }

    /** Free ports for everything but what the settings name. */
    static StackPorts free(StackSettings settings) throws LaunchException {
        int shards = settings.shards();
        int rest = 2 * shards + settings.routers();
        List<Integer> ports = FreePorts.find(SINGLE + rest + settings.reasoners());
        List<Integer> several = ports.subList(SINGLE, ports.size());
        return new StackPorts(
                settings.brokerPort() == 0 ? ports.get(0) : settings.brokerPort(),
                ports.get(1),
                ports.get(2),
                ports.get(3),
                several.subList(2 * shards, rest),
                several.subList(rest, several.size()),
                several.subList(0, shards),
                several.subList(shards, 2 * shards));
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
