package dev.ponder.cache.serving;

import dev.ponder.tls.TlsFiles;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where lookups are served. */
@ConfigMapping(prefix = "cache.grpc")
public interface GrpcConfig {

    /** The port; 0 takes a free one, which the log and the readiness answer name. */
    @WithDefault("9000")
    @Min(0)
    @Max(65535)
    int port();

    /** How long a stopping server waits for lookups that it has begun. */
    @WithDefault("2s")
    Duration grace();

    /** By what routers are known and this cache shows who it is; the port speaks plain text without it, to whoever comes. */
    Optional<ServerTls> tls();

    /** Who this cache is, and whom it answers. */
    interface ServerTls extends TlsFiles {

        /**
         * DNS names, of which a router's certificate must bear one; whoever the authorities vouch for is answered without. A name that is
         * missing here keeps a router from hits, and its requests are thought about anew.
         */
        Optional<List<String>> clients();
    }
}
