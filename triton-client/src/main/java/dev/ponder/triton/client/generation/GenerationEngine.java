package dev.ponder.triton.client.generation;

/** Something that generates text: a Triton server, a pool of them, or later another front of the same engine. Thread-safe. */
public interface GenerationEngine {

    /**
     * Starts a generation. Never throws for what the engine does wrong: every failure is an end.
     *
     * @param listener hears deltas in order and then exactly one end, on the engine's own threads or, where the generation fails
     *     before it begins, inside this call: it must not block
     */
    Generation start(GenerationRequest request, GenerationListener listener);

    /**
     * Generates and waits for the end; for virtual threads and tools.
     *
     * @throws InterruptedException if the wait is interrupted; the generation is then cancelled
     */
    default GeneratedText generate(GenerationRequest request) throws InterruptedException {
        CollectingListener collected = new CollectingListener();
        Generation generation = start(request, collected);
        try {
            return collected.await();
        } catch (InterruptedException interrupted) {
            generation.cancel();
            throw interrupted;
        }
    }
}
