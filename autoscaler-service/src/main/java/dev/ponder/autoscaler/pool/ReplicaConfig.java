package dev.ponder.autoscaler.pool;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** What one replica can do, until that is learned. */
public interface ReplicaConfig {

    /** Sequences that its KV blocks hold at once. */
    @WithDefault("64")
    @Min(1)
    int slots();

    /** Prompt tokens that it reads in a second. */
    @WithDefault("8000")
    @Positive
    double prefillTokensPerSecond();

    /** Time of a decoding step with nobody in it. */
    @WithDefault("15ms")
    Duration step();

    /** What each sequence adds to a step. */
    @WithDefault("0.2")
    @Positive
    double stepMillisPerSequence();
}
