package dev.ponder.triton.client.shard;

import static java.util.Objects.requireNonNull;

/**
 * Where a server's gRPC calls go.
 *
 * @param host name or address
 * @param port 1 to 65535
 */
public record ShardAddress(String host, int port) {

    private static final int LAST_PORT = 65_535;

    public ShardAddress {
        requireNonNull(host, "host is null");
        if (host.isEmpty() || port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("no address: '" + host + "', port " + port);
        }
    }

    /** Reads {@code host:port}. */
    public static ShardAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("a shard is written host:port, not '" + text + "'");
        }
        return new ShardAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
