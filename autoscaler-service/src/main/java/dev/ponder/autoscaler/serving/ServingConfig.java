package dev.ponder.autoscaler.serving;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where KEDA is served, and how soon it hears. */
@ConfigMapping(prefix = "autoscaler.serving")
public interface ServingConfig {

    /** The port; 0 takes a free one, which the log and the readiness answer name. */
    @WithDefault("9000")
    @Min(0)
    @Max(65535)
    int port();

    /** How long a stopping server waits for calls that it has begun. */
    @WithDefault("2s")
    Duration grace();

    /** The pause between looks for work at a pool at rest. Less wakes sooner; each look is two requests to the broker. */
    @WithDefault("150ms")
    Duration wakeInterval();

    /** How long a decision counts; after that KEDA is told an error and its fallback acts. */
    @WithDefault("60s")
    Duration maxAge();

    /** A file with the server's certificates (PEM); without it the port speaks plain text. */
    Optional<Path> certificate();

    /** A file with the key of the first of them (PEM, PKCS#8). */
    Optional<Path> key();

    /** A file with the authorities that vouch for who may ask (PEM); without it whoever comes is answered. */
    Optional<Path> authorities();

    /** DNS names, of which the certificate of who asks must bear one; whoever the authorities vouch for is answered without. */
    Optional<List<String>> clients();
}
