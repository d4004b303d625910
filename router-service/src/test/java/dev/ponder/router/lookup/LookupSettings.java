package dev.ponder.router.lookup;

import dev.ponder.tls.TlsFiles;
import java.time.Duration;
import java.util.Optional;

/** The lookup's configuration, by hand. */
record LookupSettings(
        Optional<String> address, Duration deadline, int failuresToPause, Duration pause, Optional<TlsFiles> tls)
        implements LookupConfig {

    static LookupSettings within(Duration deadline) {
        return new LookupSettings(Optional.empty(), deadline, 2, Duration.ofSeconds(1), Optional.empty());
    }
}
