package dev.ponder.triton.client.generation;

/** A generation that runs. Thread-safe. */
public interface Generation {

    /** The id of its request. */
    String id();

    /**
     * Asks the engine to stop. Deltas that are on their way may still come; the end is {@link GenerationEnd.Cancelled} unless
     * another came first. Harmless after the end.
     */
    void cancel();
}
