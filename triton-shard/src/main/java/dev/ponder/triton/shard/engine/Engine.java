package dev.ponder.triton.shard.engine;

import java.util.Optional;

/** Generates: a simulated GPU now, a real model on the CPU later. Called from several threads. */
public interface Engine extends AutoCloseable {

    /** Starts a generation; gives nothing where too many wait already. */
    Optional<Running> submit(GenerationJob job, TokenSink sink);

    /** What it is doing right now. */
    EngineLoad load();

    @Override
    void close();

    /** A generation that can be taken back. */
    interface Running {

        /** Asks the engine to give it up, which it does after its cancel latency. Harmless after the end. */
        void cancel();
    }
}
