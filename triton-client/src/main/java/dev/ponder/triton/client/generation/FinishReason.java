package dev.ponder.triton.client.generation;

/** Why an engine stopped by itself. */
public enum FinishReason {
    /** The model ended its answer, or a stop text came. */
    STOP,
    /** The token limit cut it off. */
    LENGTH,
    /** The engine did not say. */
    UNKNOWN
}
