package dev.ponder.models.catalogue;

/** The two parts of a layer whose weights are matrices. */
public enum Block {
    /** Query, key, value, output. */
    ATTENTION,
    /** Gate, up, down. */
    MLP
}
