package dev.ponder.fleet.run;

import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.fleet.gpu.SimulatedReplica;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import dev.ponder.triton.client.pool.LeastDelay;
import dev.ponder.triton.client.pool.ShardLoad;
import dev.ponder.triton.client.pool.ShardPace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which replica takes the next sequence: late binding by the choice that ships. The simulation's thread. */
final class Room implements Binding {

    private static final int EXPECTED_TOKENS = 500;

    private final LeastDelay choice;
    private final double mostPromptTokens;
    private int turn;

    Room(FleetSettings settings) {
        ReplicaModel model = settings.model();
        this.choice = new LeastDelay(new ShardPace(
                model.slots(), model.prefillTokensPerSecond(), model.stepSeconds(), model.stepSecondsPerSequence()));
        this.mostPromptTokens = settings.promptSeconds() * model.prefillTokensPerSecond();
    }

    @Override
    public @Nullable SimulatedReplica forNext(List<SimulatedReplica> replicas, SimulatedRequest request, double now) {
        List<SimulatedReplica> with = new ArrayList<>();
        List<ShardLoad> loads = new ArrayList<>();
        for (SimulatedReplica one : replicas) {
            if (one.phase() == Phase.READY && one.free() > 0 && one.promptTokens() <= mostPromptTokens) {
                with.add(one);
                loads.add(load(one));
            }
        }
        return with.isEmpty()
                ? null
                : with.get(choice.choose(loads, request.inputTokens(), EXPECTED_TOKENS, turn++)
                        .orElseThrow());
    }

    private static ShardLoad load(SimulatedReplica one) {
        return new ShardLoad(
                ShardLoad.Standing.HEALTHY, (long) one.taken() * EXPECTED_TOKENS, one.promptTokens(), one.taken(), 0);
    }
}
