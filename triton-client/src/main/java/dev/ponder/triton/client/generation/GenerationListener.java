package dev.ponder.triton.client.generation;

/** Hears one generation, in order, on the engine's threads. Must not block. */
public interface GenerationListener {

    /** New text; whole characters only. */
    void onDelta(TextDelta delta);

    /** The end; nothing comes after it. */
    void onEnd(GenerationEnd end);
}
