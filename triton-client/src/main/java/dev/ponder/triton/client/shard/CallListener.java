package dev.ponder.triton.client.shard;

import dev.ponder.triton.wire.ModelInferResponse;

/** Hears one call, on one thread at a time, which is the connection's own. */
interface CallListener {

    /** A message of this request, the final one too. */
    void onResponse(ModelInferResponse response);

    /** The end, once; nothing comes after it. */
    void onEnd(CallEnd end);
}
