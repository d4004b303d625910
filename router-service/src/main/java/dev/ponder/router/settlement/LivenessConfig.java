package dev.ponder.router.settlement;

import dev.ponder.router.settlement.liveness.LivenessRules;
import dev.ponder.router.settlement.rescue.QueueAdapter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/** When work counts as nobody's, and how often it is dispatched. */
@ConfigMapping(prefix = "router.liveness")
public interface LivenessConfig {

    /** How often a request is dispatched at most. More outlives more crashes; each repeats what work that kills its reasoner does. */
    @WithDefault("3")
    @Min(1)
    int maxAttempts();

    /** How long after its deadline the reasoner's own outcome is waited for before settlement ends the request. */
    @WithDefault("3s")
    Duration grace();

    /**
     * How long after its work record or its lease is gone an outcome is waited for before work is dispatched again. Less recovers sooner;
     * below the time that an outcome may take through Kafka it does work twice.
     */
    @WithDefault("5s")
    Duration patience();

    /** The group that shares the work: {@code reasoner.queue.group} of the reasoners. */
    @WithDefault("ponder-reasoner")
    @NotBlank
    String queueGroup();

    /** How reasoners read the queue: {@code reasoner.queue.adapter}. */
    @WithDefault("share-group")
    QueueAdapter queueAdapter();

    /** The rules; work is told to the register again at half of the time that it is read back. */
    default LivenessRules rules(Duration remember) {
        return new LivenessRules(maxAttempts(), grace(), patience(), remember.dividedBy(2));
    }
}
