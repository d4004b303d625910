package dev.ponder.autoscaler.pool;

/** Batch work, and every class with {@code due}, by its deadlines: as few replicas as end it in time beside all other work. */
public interface DeadlineBatchConfig {

    /** By what share the work of a piece may be more than expected, as 0.5. More begins earlier and with more replicas. */
    double doubt();
}
