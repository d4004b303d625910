package dev.ponder.models.catalogue;

import dev.ponder.models.catalogue.Linear.Split;
import java.util.List;

/**
 * A decoder as its {@code config.json} describes it: grouped attention, a gated MLP, RMS norms.
 *
 * @param layers of the decoder
 * @param hidden width of the residual stream
 * @param heads of queries
 * @param kvHeads of keys, and of values
 * @param headSize numbers a head
 * @param intermediate width of the MLP
 * @param vocabulary rows of the embedding
 * @param tiedEmbeddings whether the head is the embedding
 * @param qkvBias whether query, key and value have biases
 * @param qkNorm whether query and key are normed a head
 * @param longest the longest sequence in tokens
 * @param parameters what the model's card says; the shape must come to it
 */
public record ModelShape(
        int layers,
        int hidden,
        int heads,
        int kvHeads,
        int headSize,
        int intermediate,
        int vocabulary,
        boolean tiedEmbeddings,
        boolean qkvBias,
        boolean qkNorm,
        int longest,
        long parameters) {

    public ModelShape {
        positive("layers", layers);
        positive("hidden", hidden);
        positive("heads", heads);
        positive("kv-heads", kvHeads);
        positive("head-size", headSize);
        positive("intermediate", intermediate);
        positive("vocabulary", vocabulary);
        positive("longest", longest);
        if (heads % kvHeads != 0) {
            throw new IllegalArgumentException(
                    "kv-heads of " + kvHeads + " do not divide heads of " + heads + "; see the model's config.json");
        }
        long counted = counted(
                layers, hidden, heads, kvHeads, headSize, intermediate, vocabulary, tiedEmbeddings, qkvBias, qkNorm);
        if (counted != parameters) {
            throw new IllegalArgumentException("parameters is " + parameters + ", but the shape comes to " + counted
                    + "; compare each key with the model's config.json");
        }
    }

    private static void positive(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(key + " is " + value + "; write a number from 1");
        }
    }

    /** From the record's own parts, since it is called before there is a record. */
    private static long counted(
            long layers,
            long hidden,
            long heads,
            long kvHeads,
            long headSize,
            long intermediate,
            long vocabulary,
            boolean tied,
            boolean qkvBias,
            boolean qkNorm) {
        long queries = heads * headSize;
        long values = kvHeads * headSize;
        long attention = hidden * (queries + 2 * values) + queries * hidden + (qkvBias ? queries + 2 * values : 0);
        long norms = 2 * hidden + (qkNorm ? 2 * headSize : 0);
        long layer = attention + 3 * hidden * intermediate + norms;
        return layers * layer + hidden + vocabulary * hidden * (tied ? 1 : 2);
    }

    /** The matrices of one layer. */
    public List<Linear> linears() {
        long queries = (long) heads * headSize;
        long values = (long) kvHeads * headSize;
        return List.of(
                new Linear("self_attn.q_proj", Block.ATTENTION, hidden, queries, Split.OUTPUTS, qkvBias),
                new Linear("self_attn.k_proj", Block.ATTENTION, hidden, values, Split.KV_HEADS, qkvBias),
                new Linear("self_attn.v_proj", Block.ATTENTION, hidden, values, Split.KV_HEADS, qkvBias),
                new Linear("self_attn.o_proj", Block.ATTENTION, queries, hidden, Split.INPUTS, false),
                new Linear("mlp.gate_proj", Block.MLP, hidden, intermediate, Split.OUTPUTS, false),
                new Linear("mlp.up_proj", Block.MLP, hidden, intermediate, Split.OUTPUTS, false),
                new Linear("mlp.down_proj", Block.MLP, intermediate, hidden, Split.INPUTS, false));
    }

    /** The numbers of a layer's norms. */
    public long layerNorms() {
        return 2L * hidden + (qkNorm ? 2L * headSize : 0);
    }

    /** The numbers of the embedding, and of the head. */
    public long embedding() {
        return (long) vocabulary * hidden;
    }
}
