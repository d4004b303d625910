package dev.ponder.scaling.pricing;

/**
 * How fast each answer is to appear, which decides how many a replica works on at once: many side by side generate more tokens
 * together, and each of them more slowly.
 */
public enum OutputSpeed {
    /** As many answers side by side as a replica holds: each slow, a token cheap. */
    SLOW,
    /** Few answers side by side: each fast, a token dear. */
    FAST
}
