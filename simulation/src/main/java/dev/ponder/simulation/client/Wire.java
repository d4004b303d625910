package dev.ponder.simulation.client;

import java.time.Duration;

/** A process's way to the broker. Each call takes its time; the process may die of it or be told that it failed. */
public interface Wire {

    /** Whether the process that this belongs to lives and is not standing still. */
    boolean beats();

    /** A call: takes a while, kills the process at times, or throws a {@link org.apache.kafka.common.KafkaException}. */
    void call();

    /** Waits, and lives on. */
    void pause(Duration duration);

    /** Throws what ends a fiber if the process is dead: nothing that it still does may be seen. */
    void requireLife();

    /** Has something arrive at the broker after a while, whether or not its sender lives to see it, and waits for that. */
    void send(Runnable arrival);

    /** How many records a poll brings at most. */
    int mostRecords();
}
