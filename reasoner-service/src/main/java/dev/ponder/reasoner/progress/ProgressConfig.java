package dev.ponder.reasoner.progress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How often is written down how far a job has come, and how long is waited for it. */
@ConfigMapping(prefix = "reasoner.progress")
public interface ProgressConfig {

    /**
     * The least time between two progress records of a job, and before its first: shorter jobs write none. Less loses less in a
     * crash, and writes more.
     */
    @WithDefault("1s")
    Duration every();

    /** The fewest tokens between two progress records of a job. More spares slow engines records that save little. */
    @WithDefault("16")
    @Min(1)
    int tokens();

    /** How long a job that came again waits for its progress, and one that ends early for its last record to be taken. */
    @WithDefault("5s")
    Duration patience();
}
