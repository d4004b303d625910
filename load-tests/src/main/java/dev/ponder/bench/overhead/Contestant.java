package dev.ponder.bench.overhead;

import dev.ponder.bench.stack.BenchStack;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.launch.Stack;
import dev.ponder.local.launch.StackExtras;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A house that answers, ours or one whose router and reasoner have given way to the bare relay. */
final class Contestant implements AutoCloseable {

    private static final int STEP_MILLIS = 10;
    private static final int SLOTS = 8;

    private final BenchStack house;
    private final @Nullable RelayProcess relay;
    private final Race race;

    private Contestant(BenchStack house, @Nullable RelayProcess relay) {
        this.house = house;
        this.relay = relay;
        this.race = new Race(house.stack());
    }

    static Contestant ours(String guarantee) throws LaunchException, InterruptedException {
        StackExtras paced = BenchStack.paced(STEP_MILLIS, SLOTS, Map.of());
        StackExtras extras =
                new StackExtras(Map.of("router.settlement.guarantee", guarantee), paced.reasoner(), paced.shard());
        return new Contestant(BenchStack.start(1, extras, _ -> {}), null);
    }

    static Contestant relay(String guarantee) throws LaunchException, InterruptedException, IOException {
        BenchStack house = BenchStack.start(1, BenchStack.paced(STEP_MILLIS, SLOTS, Map.of()), _ -> {});
        Stack stack = house.stack();
        stack.terminate("router");
        stack.terminate("reasoner");
        return new Contestant(
                house, RelayProcess.start(stack.bootstrap(), stack.shards().getFirst(), SLOTS, guarantee));
    }

    Race race() {
        return race;
    }

    @Override
    public void close() {
        if (relay != null) {
            relay.close();
        }
        house.close();
    }
}
