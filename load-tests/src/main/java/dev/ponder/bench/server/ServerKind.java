package dev.ponder.bench.server;

/** Which server is driven. */
public enum ServerKind {
    /** Our shard with its simulated GPU. */
    SIMULATED,
    /** A Triton server out of NVIDIA's own build, on the CPU. */
    REAL
}
