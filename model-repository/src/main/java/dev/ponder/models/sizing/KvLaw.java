package dev.ponder.models.sizing;

import dev.ponder.models.catalogue.ModelShape;

/** The bytes of keys and values. Pure. */
final class KvLaw {

    private KvLaw() {}

    /** The heads that one GPU keeps: its part, and at least one, so that more GPUs than heads keep copies. */
    static int heads(ModelShape shape, int tensor) {
        return Math.ceilDiv(shape.kvHeads(), tensor);
    }

    /** Of one token on the GPU that has the most layers. */
    static long bytesToken(ModelShape shape, KvType type, Ranks ranks) {
        long layers = Math.ceilDiv(shape.layers(), ranks.pipeline());
        return 2 * layers * heads(shape, ranks.tensor()) * shape.headSize() * type.bytes();
    }
}
