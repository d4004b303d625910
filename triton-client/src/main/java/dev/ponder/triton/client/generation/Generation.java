package dev.ponder.triton.client.generation;

/** A generation that runs. */
public interface Generation {

    /** Asks the engine to stop and ends as {@link GenerationEnd.Cancelled}; harmless after the end. Any thread. */
    void cancel();
}
