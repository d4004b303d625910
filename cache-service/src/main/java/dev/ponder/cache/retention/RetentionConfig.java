package dev.ponder.cache.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** How much the cache keeps, and for how long. */
@ConfigMapping(prefix = "cache.retention")
public interface RetentionConfig {

    /**
     * How many chains are kept; one more pushes out the oldest that nobody asked for lately. More needs disk (some kB each)
     * and makes a refill from the topic longer.
     */
    @WithDefault("100000")
    @Min(1)
    int maxEntries();

    /** How old, since it was settled, a chain may be and still answer; unset means any age. */
    Optional<Duration> maxAge();
}
