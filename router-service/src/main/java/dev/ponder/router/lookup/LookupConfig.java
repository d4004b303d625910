package dev.ponder.router.lookup;

import dev.ponder.tls.TlsFiles;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How the cache is asked. */
@ConfigMapping(prefix = "router.lookup")
public interface LookupConfig {

    /** The cache's gRPC address, {@code host:port}; without it every lookup is a miss. */
    Optional<String> address();

    /** How long a lookup may take; a later answer is a miss. More finds more hits behind a slow cache and delays every miss. */
    @WithDefault("50ms")
    Duration deadline();

    /** Failures in a row after which the cache is left alone for the pause. */
    @WithDefault("3")
    int failuresToPause();

    /** How long it is left alone. */
    @WithDefault("1s")
    Duration pause();

    /** By what the cache is known and this router shows who it is; the channel speaks plain text without it. */
    Optional<TlsFiles> tls();
}
