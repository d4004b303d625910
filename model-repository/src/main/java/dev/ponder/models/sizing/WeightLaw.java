package dev.ponder.models.sizing;

import dev.ponder.models.catalogue.Catalogue;
import dev.ponder.models.catalogue.Linear;
import dev.ponder.models.catalogue.Mix;
import dev.ponder.models.catalogue.ModelShape;
import dev.ponder.models.catalogue.Precision;

/**
 * The bytes of a model's weights. Linear layers are in their precision, with scales; embeddings, head, norms and biases are of 16 bit
 * whatever the precision, which is why a model of 4 bit is larger than its parameters times a half byte. Pure.
 */
final class WeightLaw {

    private static final int WIDE = 2;

    private final Catalogue catalogue;
    private final ModelShape shape;
    private final Mix mix;

    WeightLaw(Catalogue catalogue, ModelShape shape, Mix mix) {
        this.catalogue = catalogue;
        this.shape = shape;
        this.mix = mix;
    }

    /** All weights, as they lie in a checkpoint. */
    long whole() {
        return stage(Ranks.ONE, 0);
    }

    /** What the GPU with the most weights holds. */
    long largest(Ranks ranks) {
        long largest = 0;
        for (int stage = 0; stage < ranks.pipeline(); stage++) {
            largest = Math.max(largest, stage(ranks, stage));
        }
        return largest;
    }

    private long stage(Ranks ranks, int stage) {
        boolean first = stage == 0;
        boolean last = stage == ranks.pipeline() - 1;
        long embedding = Math.ceilDiv(shape.embedding(), (long) ranks.tensor()) * WIDE;
        boolean ownHead = last && (!first || !shape.tiedEmbeddings());
        long bytes = (first ? embedding : 0) + (ownHead ? embedding : 0) + (last ? (long) shape.hidden() * WIDE : 0);
        int end = ranks.firstLayer(shape.layers(), stage + 1);
        for (int layer = ranks.firstLayer(shape.layers(), stage); layer < end; layer++) {
            bytes += layer(layer, ranks.tensor());
        }
        return bytes;
    }

    private long layer(int layer, int tensor) {
        long bytes = shape.layerNorms() * WIDE;
        for (Linear linear : shape.linears()) {
            Precision precision = catalogue.precision(mix.of(layer, linear.block()));
            long outputs = outputs(linear, tensor);
            bytes += precision.bytes(inputs(linear, tensor), outputs) + (linear.biased() ? outputs * WIDE : 0);
        }
        return bytes;
    }

    private static long inputs(Linear linear, int tensor) {
        return linear.split() == Linear.Split.INPUTS ? Math.ceilDiv(linear.inputs(), (long) tensor) : linear.inputs();
    }

    private long outputs(Linear linear, int tensor) {
        return switch (linear.split()) {
            case INPUTS -> linear.outputs();
            case OUTPUTS -> Math.ceilDiv(linear.outputs(), (long) tensor);
            case KV_HEADS -> (long) KvLaw.heads(shape, tensor) * shape.headSize();
        };
    }
}
