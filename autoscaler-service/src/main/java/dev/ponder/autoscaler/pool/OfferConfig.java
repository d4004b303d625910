package dev.ponder.autoscaler.pool;

import io.smallrye.config.WithDefault;

/** What a pool's answers would cost in another way, as in an offers file of {@code ./ponder cost}. Meters alone tell of it. */
public interface OfferConfig {

    /** What a replica costs in an hour. */
    double replicaHour();

    /** What is paid every month, however many replicas there are. */
    @WithDefault("0")
    double fixedMonth();

    /** What is paid every month for each replica: power, watching, repair. */
    @WithDefault("0")
    double operationsAReplicaMonth();

    /** What one replica generates, all its answers together. */
    double tokensASecond();
}
