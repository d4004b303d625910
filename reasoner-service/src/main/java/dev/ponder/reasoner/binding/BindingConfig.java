package dev.ponder.reasoner.binding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.util.OptionalInt;

/** How much work may be taken. */
@ConfigMapping(prefix = "reasoner.binding")
public interface BindingConfig {

    /** The largest work that a class admits, in tokens, prompt and completion together. A slot polls only with room for it. */
    @WithDefault("32768")
    @Min(1)
    int largestWorkTokens();

    /**
     * The tokens that may be held at once. More fills the shards' KV caches further; less leaves work waiting in Kafka. Without
     * it, every slot has room for the largest work.
     */
    OptionalInt tokenBudget();
}
