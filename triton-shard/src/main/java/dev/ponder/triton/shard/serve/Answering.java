package dev.ponder.triton.shard.serve;

import dev.ponder.triton.shard.engine.Engine;
import dev.ponder.triton.wire.ModelInferRequest;
import java.util.Optional;

/** What answers the requests of a model, as a backend does in a Triton server. Called from several threads; must not block. */
@FunctionalInterface
public interface Answering {

    /**
     * Starts to answer a request that was not refused.
     *
     * @param reply gets every message, and one end, on the answering's own threads or inside this call
     * @return what takes the request back, or nothing where too many wait already: the reply then hears nothing
     */
    Optional<Engine.Running> start(ModelInferRequest request, Reply reply);
}
