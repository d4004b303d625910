package dev.ponder.triton.shard.engine;

/**
 * What an engine is doing.
 *
 * @param waiting requests that wait for a place
 * @param context requests whose prompt is being read
 * @param contextTokens tokens of the prompts that are being read
 * @param decoding requests that generate
 * @param usedBlocks KV blocks in use
 * @param maxBlocks KV blocks there are
 * @param blockTokens tokens a block
 * @param maxBatch the most that decode at once
 * @param done what it has done so far
 */
public record EngineLoad(
        int waiting,
        int context,
        int contextTokens,
        int decoding,
        int usedBlocks,
        int maxBlocks,
        int blockTokens,
        int maxBatch,
        EngineWork done) {}
