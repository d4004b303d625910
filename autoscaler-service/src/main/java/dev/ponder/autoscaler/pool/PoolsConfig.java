package dev.ponder.autoscaler.pool;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.NotEmpty;
import java.util.Map;

/** Which pools are scaled. */
@ConfigMapping(prefix = "autoscaler")
public interface PoolsConfig {

    /** By the pool's name, as in its work topics. */
    @NotEmpty
    Map<String, PoolConfig> pools();
}
