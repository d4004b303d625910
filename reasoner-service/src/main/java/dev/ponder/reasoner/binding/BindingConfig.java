package dev.ponder.reasoner.binding;

import dev.ponder.contracts.plan.SloClass;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.util.Map;
import java.util.OptionalInt;

/** How much work may be taken. */
@ConfigMapping(prefix = "reasoner.binding")
public interface BindingConfig {

    /**
     * The largest work in tokens, prompt and completion of a first wave's chains together. A slot polls only with room for it; the
     * surplus holds work of all classes.
     */
    @WithDefault("32768")
    @Min(1)
    int largestWorkTokens();

    /**
     * The largest work of single classes that admit less, as {@code router.admission.largest-work.<class>}. Less lets slots poll with less
     * room; work that is larger than this is taken all the same and holds more than was kept for it.
     */
    Map<SloClass, @Min(1) Integer> largestWork();

    /**
     * The tokens that may be held at once. More fills the shards' KV caches further; less leaves work waiting in Kafka. Without
     * it, every slot has room for the largest work.
     */
    OptionalInt tokenBudget();
}
