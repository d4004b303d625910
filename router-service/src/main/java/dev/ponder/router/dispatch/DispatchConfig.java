package dev.ponder.router.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How large records may be that leave the router. */
@ConfigMapping(prefix = "router.dispatch")
public interface DispatchConfig {

    /** The largest task or outcome in bytes. Below {@code max.message.bytes} of the work and outcomes topics. */
    @WithDefault("1000000")
    @Min(10_000)
    int maxRecordBytes();

    /**
     * The largest dead letter in bytes, key and value; of a larger one only the headers are kept. Below
     * {@code max.message.bytes} of the dead letters' topics, by what the headers take.
     */
    @WithDefault("16711680")
    @Min(10_000)
    int maxDeadLetterBytes();
}
