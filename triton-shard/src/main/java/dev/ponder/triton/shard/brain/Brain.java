package dev.ponder.triton.shard.brain;

import java.util.Optional;

/** Decides what an answer says. Called from several threads. */
public interface Brain {

    /** Answers a prompt, or says nothing where it knows nothing, so that the next brain may. */
    Optional<Script> think(Prompt prompt);
}
