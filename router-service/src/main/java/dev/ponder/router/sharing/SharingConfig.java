package dev.ponder.router.sharing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;

/** How tenants share a pool. */
@ConfigMapping(prefix = "router.sharing")
public interface SharingConfig {

    /**
     * The tokens of a pool that tenants share by weight, over all routers: what its reasoners hold at once together, in tokens promised.
     * More lets a flood's work pile up before others'; less serves more of everybody's work by the surplus queue, in order of arrival.
     */
    @WithDefault("262144")
    @Min(1)
    long windowTokens();

    /** The weights of single tenants, {@code router.sharing.weights.acme=3}; a tenant without one has 1. */
    Map<String, @Min(1) @Max(1_000) Integer> weights();
}
