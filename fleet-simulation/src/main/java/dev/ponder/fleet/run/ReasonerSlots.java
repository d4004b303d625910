package dev.ponder.fleet.run;

import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.fleet.gpu.SimulatedReplica;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import dev.ponder.triton.client.pool.LeastDelay;
import dev.ponder.triton.client.pool.ShardLoad;
import dev.ponder.triton.client.pool.ShardPace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reasoner knows when it chooses: what it promised each shard and has not got, not how long answers will be, and not how many
 * slots a shard has. The pace is the one that ships. The simulation's thread.
 */
final class ReasonerSlots implements Binding {

    /** A promise counts a tenth of the prompt, as {@code LoadEstimate} does. */
    private static final int PROMPT_TOKENS_A_TOKEN = 10;

    private final LeastDelay choice = new LeastDelay(ShardPace.standard());
    private final int slots;
    private final int promisedTokens;
    private int turn;

    ReasonerSlots(int slots, int promisedTokens) {
        if (slots < 1 || promisedTokens < 1) {
            throw new IllegalArgumentException(
                    "reasoners have a slot and promise a token: %d, %d".formatted(slots, promisedTokens));
        }
        this.slots = slots;
        this.promisedTokens = promisedTokens;
    }

    @Override
    public @Nullable SimulatedReplica forNext(List<SimulatedReplica> replicas, SimulatedRequest request, double now) {
        int taken = replicas.stream().mapToInt(SimulatedReplica::sequences).sum();
        List<SimulatedReplica> ready =
                replicas.stream().filter(one -> one.phase() == Phase.READY).toList();
        if (taken >= slots || ready.isEmpty()) {
            return null;
        }
        List<ShardLoad> loads = ready.stream().map(one -> load(one, now)).toList();
        return ready.get(choice.choose(loads, request.inputTokens(), promisedTokens, turn++)
                .orElseThrow());
    }

    private ShardLoad load(SimulatedReplica one, double now) {
        return new ShardLoad(
                ShardLoad.Standing.HEALTHY,
                one.outstandingTokens(this::promised, now),
                one.promptTokens(),
                one.sequences(),
                0);
    }

    private long promised(SimulatedRequest request) {
        return (long) promisedTokens + request.inputTokens() / PROMPT_TOKENS_A_TOKEN;
    }
}
