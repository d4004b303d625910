package dev.ponder.triton.shard.server;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;

/**
 * Where a shard listens; port 0 is a free one.
 *
 * @param bind on which address
 */
public record ShardAddress(InetAddress bind, int grpcPort, int httpPort, int metricsPort) {

    public ShardAddress {
        requireNonNull(bind, "bind is null");
    }

    /** Free ports of the loopback. */
    public static ShardAddress loopback() {
        return new ShardAddress(InetAddress.getLoopbackAddress(), 0, 0, 0);
    }
}
