package dev.ponder.triton.client.generation;

/** Something that generates text: a Triton server, or later another front of the same engine. Thread-safe. */
public interface GenerationEngine {

    /**
     * Starts a generation. Never throws for what the engine does wrong: every failure is an end.
     *
     * @param listener hears deltas in order and then exactly one end, on the engine's own threads: it must not block
     */
    Generation start(GenerationRequest request, GenerationListener listener);
}
