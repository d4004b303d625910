package dev.ponder.fleet.scaler;

import dev.ponder.scaling.observation.PoolObservation;
import java.time.Duration;

/**
 * KEDA's Kafka scaler: {@code ceil(lag / lagThreshold)} by the HPA's AverageValue, threshold 10, polled every 30 s, down to the largest
 * wish of 300 s (keda.sh, "Apache Kafka" scaler and its defaults). Lag counts records that wait, not work. One thread.
 */
public final class KedaLag implements FleetScaler {

    private static final double THRESHOLD = 10;

    private final Pacer pacer = new Pacer(Duration.ofSeconds(30));
    private final HpaBehavior behavior = new HpaBehavior();
    private int wanted;

    /** Starts with what there is. */
    public KedaLag(int replicas) {
        this.wanted = replicas;
    }

    @Override
    public int desired(PoolObservation seen) {
        if (pacer.isDue(seen.at())) {
            double lag = seen.waiting().requests() + seen.running().requests();
            int wish = (int) Math.ceil(lag / THRESHOLD);
            wanted = behavior.next(seen.at(), wanted, wish);
        }
        return wanted;
    }
}
