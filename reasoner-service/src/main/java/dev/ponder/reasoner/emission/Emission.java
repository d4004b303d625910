package dev.ponder.reasoner.emission;

import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.outcome.Held;
import dev.ponder.contracts.outcome.Outcome;
import io.opentelemetry.api.trace.Span;

/** What a reasoner lets out. */
public interface Emission {

    /** Sends a chunk on its way; a chunk that is lost is lost, the result holds everything. */
    void chunk(Chunk chunk, Span span);

    /** Writes an outcome; returns when every replica has it. */
    void conclude(Outcome outcome, Span span);

    /** Tells settlement that work goes on without its record; returns when every replica has it. */
    void hold(Held held);

    /** Puts a work record aside; returns when every replica has it. */
    void putAside(DeadLetter letter, byte[] value);
}
