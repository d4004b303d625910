package dev.ponder.models.sizing;

import picocli.CommandLine.Option;

/** How a model is spread over GPUs, and how much it serves at once, as options. */
public final class ServerOptions {

    @Option(names = "--kv", paramLabel = "T", description = "${COMPLETION-CANDIDATES} (bf16)")
    private KvType kv = KvType.BF16;

    @Option(names = "--tensor-parallel", paramLabel = "N", description = "(1)")
    private int tensor = 1;

    @Option(names = "--pipeline-parallel", paramLabel = "N", description = "(1)")
    private int pipeline = 1;

    @Option(names = "--batch", paramLabel = "N", description = "Sequences at once, at most (64).")
    private int batch = 64;

    @Option(names = "--step-tokens", paramLabel = "N", description = "Tokens of one step, at most (8192).")
    private int stepTokens = 8192;

    @Option(names = "--sequence", paramLabel = "N", description = "Tokens of the longest sequence (32768).")
    private int sequence = 32_768;

    /** What the cache is kept in. */
    public KvType kv() {
        return kv;
    }

    /** The GPUs, by tensor and by layer; fails where a number is below 1. */
    public Ranks ranks() {
        return new Ranks(tensor, pipeline);
    }

    /** Sequences at once, at most. */
    public int batch() {
        return batch;
    }

    /** Tokens of one step, at most. */
    public int stepTokens() {
        return stepTokens;
    }

    /** Tokens of the longest sequence. */
    public int sequence() {
        return sequence;
    }
}
