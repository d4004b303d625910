package dev.ponder.triton.shard.engine;

/**
 * What an engine has done since it started.
 *
 * @param steps decode steps
 * @param tokens tokens generated, those after a cancel included
 * @param queuedNanos how long generations that ended by themselves had waited for a place, all together
 * @param computedNanos how long they had then been read and generated, all together
 */
public record EngineWork(long steps, long tokens, long queuedNanos, long computedNanos) {}
