package dev.ponder.autoscaler.pool;

/**
 * Batch work by its deadlines. No source of this service tells deadlines yet, so that the rule says nothing; it is there for the day
 * on which one does, and does not stand alone.
 */
public interface DeadlineBatchConfig {

    /** By what share the work of a piece may be more than expected, as 0.5. More begins earlier and with more replicas. */
    double doubt();
}
