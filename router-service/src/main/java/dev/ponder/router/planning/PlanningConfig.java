package dev.ponder.router.planning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;

/** Where work goes. */
@ConfigMapping(prefix = "router.planning")
public interface PlanningConfig {

    /** The pool of everything that no domain names. */
    @WithDefault("main")
    @NotBlank
    String pool();

    /** Pools of single domains, {@code router.planning.pools.code=coder}. */
    Map<String, String> pools();
}
