package dev.ponder.models.sizing;

import static java.util.Objects.requireNonNull;

import dev.ponder.models.catalogue.Mix;

/**
 * What is to be placed, and where.
 *
 * @param model its name in the catalogue
 * @param mix how weights are kept
 * @param kv how keys and values are kept
 * @param gpu its name in the catalogue
 * @param ranks how many of them
 * @param batch sequences at once, at most
 * @param stepTokens tokens of one step, at most
 * @param sequence tokens of the longest sequence that must have room
 * @param blockTokens tokens of a cache block
 * @param freeShare of what is left, given to the cache
 */
public record Deployment(
        String model,
        Mix mix,
        KvType kv,
        String gpu,
        Ranks ranks,
        int batch,
        int stepTokens,
        int sequence,
        int blockTokens,
        double freeShare) {

    /** Sequences at once, tokens a step, tokens a block and share that the tables are made with. */
    private static final int BATCH = 64;

    private static final int STEP_TOKENS = 8192;
    private static final int SEQUENCE = 32_768;
    private static final int BLOCK_TOKENS = 32;
    private static final double FREE_SHARE = 0.9;

    public Deployment {
        requireNonNull(model, "model is null");
        requireNonNull(mix, "mix is null");
        requireNonNull(kv, "kv is null");
        requireNonNull(gpu, "gpu is null");
        requireNonNull(ranks, "ranks is null");
        if (batch < 1 || stepTokens < 1 || sequence < 1 || blockTokens < 1) {
            throw new IllegalArgumentException("batch, step tokens, sequence and block tokens begin at 1, here are "
                    + batch + ", " + stepTokens + ", " + sequence + ", " + blockTokens);
        }
        if (!(freeShare > 0 && freeShare < 1)) {
            throw new IllegalArgumentException("free share is " + freeShare + "; write a number between 0 and 1");
        }
    }

    /** With the settings that the tables are made with. */
    public static Deployment of(String model, String precision, KvType kv, String gpu, Ranks ranks) {
        return new Deployment(
                model, Mix.of(precision), kv, gpu, ranks, BATCH, STEP_TOKENS, SEQUENCE, BLOCK_TOKENS, FREE_SHARE);
    }

    /** The same on other GPUs. */
    public Deployment on(String otherGpu, Ranks otherRanks) {
        return new Deployment(
                model, mix, kv, otherGpu, otherRanks, batch, stepTokens, sequence, blockTokens, freeShare);
    }

    /** The same with other weights. */
    public Deployment with(Mix other) {
        return new Deployment(model, other, kv, gpu, ranks, batch, stepTokens, sequence, blockTokens, freeShare);
    }

    /** The same with room for another longest sequence. */
    public Deployment withSequence(int tokens) {
        return new Deployment(model, mix, kv, gpu, ranks, batch, stepTokens, tokens, blockTokens, freeShare);
    }
}
