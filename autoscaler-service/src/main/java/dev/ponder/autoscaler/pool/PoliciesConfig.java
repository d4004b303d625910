package dev.ponder.autoscaler.pool;

import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/**
 * Which rules are asked about a pool. The largest floor holds, within the lowest ceiling and the pool's bounds. What may stand in their
 * keys is looked at where the law is made and not by constraints, which would name {@code qpsTarget} where {@code qps-target} is to be
 * mended.
 */
public interface PoliciesConfig {

    /** Enough for the tokens that are asked for, and for what is likely to come while a replica starts. */
    @WithDefault("true")
    @WithConverter(TrueOrFalse.class)
    boolean tokenWork();

    /** One replica more where first tokens are late and work waits. */
    @WithDefault("true")
    @WithConverter(TrueOrFalse.class)
    boolean sloFeedback();

    /** Enough for a rate that was promised, whatever is asked now. */
    Optional<QpsTargetConfig> qpsTarget();

    /** So many ready beyond what is busy; a first peak need not wait for them to start. */
    Optional<Integer> warmSpares();

    /** A floor at set hours. */
    ScheduleConfig schedule();

    /** As few as end all batch work by its deadlines. */
    Optional<DeadlineBatchConfig> deadlineBatch();

    /** No more than an hour may cost. */
    Optional<CostCapConfig> costCap();
}
