package dev.ponder.reasoner.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/** Which work is taken, and how. */
@ConfigMapping(prefix = "reasoner")
public interface IntakeConfig {

    /** The pool whose work topics are pulled. */
    @WithDefault("main")
    @NotBlank
    String pool();

    /** Jobs worked on at a time. More fills the shards further; each costs a Kafka member a class. */
    @WithDefault("8")
    @Min(1)
    int slots();

    /** How the work queue is read. */
    Queue queue();

    /** How work ends when the service does. */
    Drain drain();

    /** How the work queue is read. */
    interface Queue {

        /** {@code share-group} (brokers from 4.2) or {@code consumer-group}. */
        @WithDefault("share-group")
        Adapter adapter();

        /** The group that shares the work. */
        @WithDefault("ponder-reasoner")
        @NotBlank
        String group();

        /** Age of a job at which its record is acknowledged early, under a lease. Less frees the queue sooner. */
        @WithDefault("60s")
        Duration handOff();

        /**
         * How many records may have come after a running job's before its record is acknowledged early, whatever its age. At most
         * half of the broker's {@code group.share.partition.max.record.locks}, which is 2,000 unless it was raised.
         */
        @WithDefault("1000")
        @Min(1)
        long handOffSpan();

        /** How long a lease lasts; it is said anew at a third of it. Less finds work sooner whose holder died; more outlives longer pauses. */
        @WithDefault("20s")
        Duration lease();

        /** Deliveries after which a record that was to blame alone is given up: below the broker's own limit (5), which drops it silently. */
        @WithDefault("4")
        @Min(1)
        int maxDeliveries();
    }

    /** How work ends when the service does. */
    interface Drain {

        /** How long running jobs may finish before they are given back. */
        @WithDefault("20s")
        Duration grace();
    }

    /** How the work queue is read. */
    enum Adapter {
        /** A member a slot. */
        SHARE_GROUP,
        /** One consumer with a pool of slots. */
        CONSUMER_GROUP
    }
}
