package dev.ponder.triton.client.generation;

/** An engine at one place, as a pool of such knows it. Thread-safe. */
public interface Shard extends GenerationEngine, AutoCloseable {

    /** Its name in logs and results, unique within a pool: where it is. */
    String name();

    /** Breaks what runs and closes the connections. */
    @Override
    void close();
}
