package dev.ponder.triton.client.shard;

import static java.util.Objects.requireNonNull;

import io.grpc.ChannelCredentials;
import io.grpc.InsecureChannelCredentials;
import java.util.Optional;

/**
 * How a channel to a server is secured.
 *
 * @param credentials who the client is and whom it believes
 * @param host the name that the server's certificate must bear, where it is not the host that is connected to
 */
public record ShardSecurity(ChannelCredentials credentials, Optional<String> host) {

    public ShardSecurity {
        requireNonNull(credentials, "credentials is null");
        requireNonNull(host, "host is null");
    }

    /** Plain text. */
    public static ShardSecurity plain() {
        return by(InsecureChannelCredentials.create());
    }

    /** By these credentials; the certificate must bear the host that is connected to. */
    public static ShardSecurity by(ChannelCredentials credentials) {
        return new ShardSecurity(credentials, Optional.empty());
    }

    /** The same, where the certificate must bear this name. */
    public ShardSecurity named(String name) {
        return new ShardSecurity(credentials, Optional.of(name));
    }
}
