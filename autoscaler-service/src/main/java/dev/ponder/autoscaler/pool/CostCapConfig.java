package dev.ponder.autoscaler.pool;

/** What an hour of a pool may cost, both in the same currency. */
public interface CostCapConfig {

    /** What a replica costs in an hour. */
    double pricePerReplicaHour();

    /** What all together may cost in an hour. Less saves, and lets work wait. */
    double mostPerHour();
}
