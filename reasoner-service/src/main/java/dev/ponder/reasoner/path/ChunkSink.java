package dev.ponder.reasoner.path;

import dev.ponder.contracts.chunk.Chunk;

/** Takes chunks as they come; never blocks. */
@FunctionalInterface
public interface ChunkSink {

    /** Sends a chunk on its way. */
    void accept(Chunk chunk);
}
