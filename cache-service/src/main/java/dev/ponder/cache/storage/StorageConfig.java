package dev.ponder.cache.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where the cache keeps its chains. */
@ConfigMapping(prefix = "cache.storage")
public interface StorageConfig {

    /** The folder of the store's file, made when missing; one process at a time. */
    Path directory();

    /**
     * How long a store may have been away from the topic and still be trusted, whether its process ran meanwhile or not; then it answers
     * nothing, and is emptied and refilled as soon as the topic can be read. Must be shorter than the topic's {@code delete.retention.ms} (a day by default): after that a tombstone may be compacted away
     * before this copy has read it, and what should have been erased would live on.
     */
    @WithDefault("12h")
    Duration maxAbsence();
}
