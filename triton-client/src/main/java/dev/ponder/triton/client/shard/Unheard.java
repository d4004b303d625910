package dev.ponder.triton.client.shard;

import dev.ponder.triton.wire.ModelInferResponse;

/** Hears a call whose answer nobody waits for: a stop request is always answered by an error, also where it worked. */
record Unheard() implements CallListener {

    @Override
    public void onResponse(ModelInferResponse response) {}

    @Override
    public void onEnd(CallEnd end) {}
}
