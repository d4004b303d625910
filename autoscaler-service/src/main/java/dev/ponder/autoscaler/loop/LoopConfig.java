package dev.ponder.autoscaler.loop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How often pools are looked at, and where decisions go. */
@ConfigMapping(prefix = "autoscaler.loop")
public interface LoopConfig {

    /** The pause between two turns. Less answers bursts sooner; each turn reads every page and asks the broker. */
    @WithDefault("5s")
    Duration interval();

    /** A file to which each decision is appended with what it was made from; without it they go to the log. */
    Optional<Path> decisions();

    /** How long the broker may take for each answer. */
    @WithDefault("5s")
    Duration brokerPatience();

    /** How long a metrics page may take. */
    @WithDefault("2s")
    Duration pagePatience();
}
