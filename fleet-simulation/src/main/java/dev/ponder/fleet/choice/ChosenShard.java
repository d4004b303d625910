package dev.ponder.fleet.choice;

import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.fleet.gpu.Sequence;
import dev.ponder.fleet.gpu.SimulatedReplica;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import dev.ponder.triton.client.pool.PrefixMemory;
import dev.ponder.triton.client.pool.ShardLoad;

/** A shard with its true cache, and what one who sends there knows of it. The simulation's thread. */
final class ChosenShard {

    private static final int BLOCK_TOKENS = 512;

    private final SimulatedReplica replica;
    private final PrefixMemory cache;
    private final PrefixMemory believed;
    private long promised;

    ChosenShard(String name, ChoiceSettings settings) {
        this.replica = new SimulatedReplica(name, 0, settings.model());
        this.cache = new PrefixMemory(settings.cachedBlocks());
        this.believed = new PrefixMemory(settings.cachedBlocks());
        replica.phase(Phase.READY);
    }

    SimulatedReplica replica() {
        return replica;
    }

    ShardLoad load(SimulatedRequest request) {
        return new ShardLoad(
                ShardLoad.Standing.HEALTHY,
                Math.max(0, promised),
                replica.promptTokens(),
                replica.sequences(),
                believed.known(request.prefixBlocks()) * BLOCK_TOKENS);
    }

    /** Sends a request there; whether its prompt is read at once. */
    boolean send(Sequence sequence, int guess, double now) {
        SimulatedRequest request = sequence.request();
        promised += guess;
        int cached = cache.known(request.prefixBlocks()) * BLOCK_TOKENS;
        cache.read(request.prefixBlocks());
        believed.read(request.prefixBlocks());
        return replica.take(sequence, Math.max(1, request.inputTokens() - cached), now);
    }

    void ended(int guess) {
        promised -= guess;
    }
}
