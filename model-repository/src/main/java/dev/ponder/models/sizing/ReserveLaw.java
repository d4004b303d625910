package dev.ponder.models.sizing;

import dev.ponder.models.catalogue.ModelShape;
import dev.ponder.models.catalogue.Reserves;

/**
 * What a GPU needs beside weights and cache: the runtime, the buffers of collectives, and the largest step's activations. An estimate,
 * meant to be above what a server takes: residual stream twice, the widest of attention and MLP, logits of 32 bit twice. Pure.
 */
final class ReserveLaw {

    private static final int WIDE = 2;
    private static final int LOGIT = 8;

    private ReserveLaw() {}

    static long bytes(ModelShape shape, Reserves reserves, Deployment deployment) {
        Ranks ranks = deployment.ranks();
        long runtime = (long) reserves.runtimeMib() << 20;
        long collectives = ranks.world() > 1 ? (long) reserves.collectivesMib() << 20 : 0;
        return runtime + collectives + activations(shape, deployment);
    }

    static long activations(ModelShape shape, Deployment deployment) {
        int tensor = deployment.ranks().tensor();
        long attention =
                (long) (Math.ceilDiv(shape.heads(), tensor) + 2 * KvLaw.heads(shape, tensor)) * shape.headSize();
        long mlp = 3L * Math.ceilDiv(shape.intermediate(), tensor);
        long token = (2L * shape.hidden() + Math.max(attention, mlp)) * WIDE;
        long logits = (long) Math.ceilDiv(shape.vocabulary(), tensor) * LOGIT;
        return deployment.stepTokens() * token + deployment.batch() * logits;
    }
}
