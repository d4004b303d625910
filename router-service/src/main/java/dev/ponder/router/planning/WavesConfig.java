package dev.ponder.router.planning;

import dev.ponder.contracts.plan.Plan;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** When several chains are thought side by side. */
@ConfigMapping(prefix = "router.waves")
public interface WavesConfig {

    /** How many chains begin together; 1 thinks one chain alone. */
    @WithDefault("1")
    @Min(1)
    @Max(Plan.MOST_CHAINS)
    int first();

    /** The most chains of all waves, where the first ones do not agree. */
    @WithDefault("8")
    @Min(1)
    @Max(Plan.MOST_CHAINS)
    int most();

    /** Up to which probability that one cheap chain suffices a question gets waves: 1 gives them to all. */
    @WithDefault("1")
    @DecimalMin("0")
    @DecimalMax("1")
    double upToEasy();

    /**
     * What a first wave may hold at most, in tokens; as {@code reasoner.binding.largest-work-tokens}. A class that admits less holds less.
     */
    @WithDefault("32768")
    @Min(1)
    int largestWorkTokens();
}
