package dev.ponder.scaling.pricing.crossover;

/** Which of two offers costs less. */
public enum Leader {
    FIRST,
    SECOND,
    /** Both cost the same. */
    NEITHER
}
