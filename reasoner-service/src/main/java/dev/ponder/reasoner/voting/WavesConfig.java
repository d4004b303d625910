package dev.ponder.reasoner.voting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/** When several chains agree enough. */
@ConfigMapping(prefix = "reasoner.waves")
public interface WavesConfig {

    /**
     * How probable it must be that the leading answer would stay in front: 0.9 takes three of three, 1 waits for all chains that are
     * planned.
     */
    @WithDefault("0.9")
    @DecimalMin(value = "0.5", inclusive = false)
    @DecimalMax("1")
    double sure();
}
