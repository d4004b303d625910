package dev.ponder.triton.client.pool;

import dev.ponder.triton.client.generation.Generation;

/** A generation that ended before it began. */
record RefusedGeneration(String id) implements Generation {

    @Override
    public void cancel() {}
}
