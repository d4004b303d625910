package dev.ponder.bench.faults;

import dev.ponder.bench.server.NoServerException;
import dev.ponder.bench.server.SimulatedServer;
import dev.ponder.bench.server.Target;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Shards as processes. */
final class Fleet implements AutoCloseable {

    /** How many one shard works on at once. */
    static final int BATCH = 8;

    private static final List<String> SHARD = List.of(
            "--brain",
            "synthetic",
            "--itl-base-ms",
            "20",
            "--itl-per-sequence-ms",
            "0",
            "--prefill-tokens-per-s",
            "1e9",
            "--max-batch",
            Integer.toString(BATCH));

    private final List<Target> targets = new ArrayList<>();

    private Fleet() {}

    static Fleet start(int shards) throws IOException, InterruptedException, NoServerException, LaunchException {
        Checkout checkout = Checkout.current();
        List<String> program = List.of("-jar", checkout.jar("triton-shard").toString());
        Fleet fleet = new Fleet();
        for (int i = 0; i < shards; i++) {
            fleet.targets.add(
                    SimulatedServer.start(program, SHARD, checkout.state().resolve("shard-faults")));
        }
        return fleet;
    }

    /** The one that does wrong. */
    Target victim() {
        return targets.getFirst();
    }

    /** All shards. */
    List<Target> all() {
        return List.copyOf(targets);
    }

    /** All but the one that does wrong. */
    List<Target> others() {
        return all().subList(1, targets.size());
    }

    @Override
    public void close() {
        targets.forEach(Target::close);
    }
}
