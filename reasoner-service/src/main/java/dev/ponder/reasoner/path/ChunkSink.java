package dev.ponder.reasoner.path;

import dev.ponder.contracts.chunk.Chunk;
import io.opentelemetry.api.trace.Span;

/** Takes chunks as they come; never blocks. */
@FunctionalInterface
public interface ChunkSink {

    /**
     * Sends a chunk on its way.
     *
     * @param span the work that it comes from
     */
    void accept(Chunk chunk, Span span);
}
