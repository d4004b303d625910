package dev.ponder.triton.client.jinja;

/** Python's {@code None}. */
public enum None {
    /** The one there is. */
    NONE
}
