package dev.ponder.triton.client.shard;

import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.GenerationListener;
import dev.ponder.triton.client.generation.TextDelta;

/** Lets the remembered profile learn how a generation ended, before the caller hears it. */
record LearningListener(GenerationListener listener, KnownProfile profile) implements GenerationListener {

    @Override
    public void onDelta(TextDelta delta) {
        listener.onDelta(delta);
    }

    @Override
    public void onEnd(GenerationEnd end) {
        if (end instanceof GenerationEnd.Failed failed) {
            profile.learn(failed.kind());
        }
        listener.onEnd(end);
    }
}
