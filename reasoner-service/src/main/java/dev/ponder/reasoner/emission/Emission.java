package dev.ponder.reasoner.emission;

import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.outcome.Held;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.progress.Progress;
import io.opentelemetry.api.trace.Span;
import java.util.concurrent.CompletionStage;

/** What a reasoner lets out. */
public interface Emission {

    /** Sends a chunk on its way; a chunk that is lost is lost, the result holds everything. */
    void chunk(Chunk chunk, Span span);

    /**
     * Writes an outcome; returns when every replica has it.
     *
     * @param progressLeft whether settlement has progress of the request to delete
     */
    void conclude(Outcome outcome, boolean progressLeft, Span span);

    /** Sends on its way how far a job has come; the stage ends when every replica has it. */
    CompletionStage<Void> keep(Progress progress);

    /** Tells settlement that work goes on without its record; returns when every replica has it. */
    void hold(Held held);

    /** Sends on its way that this still is so, never waiting; the stage ends when every replica has it. */
    CompletionStage<Void> renew(Held held);

    /** Puts a work record aside; returns when every replica has it. */
    void putAside(DeadLetter letter, byte[] value);
}
