package dev.ponder.bench.honesty;

import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.fleet.gpu.Sequence;
import dev.ponder.fleet.run.Binding;
import dev.ponder.fleet.run.FleetRun;
import dev.ponder.fleet.scaler.StaticFleet;
import java.util.List;
import java.util.stream.IntStream;

/** Plays requests in the fleet simulation, the fleet fixed. */
final class SimulatedHouse {

    private SimulatedHouse() {}

    /** Bound as the reasoner binds. */
    static List<Lived> asShipped(List<Asked> asked) {
        return play(asked, Binding.ofReasoners(SmallFleet.SLOTS, Demand.MOST_TOKENS));
    }

    /** Bound late, as in {@code autoscale}: nothing waits at a full shard while another has a slot. */
    static List<Lived> boundLate(List<Asked> asked) {
        return play(asked, Binding.late(SmallFleet.settings()));
    }

    private static List<Lived> play(List<Asked> asked, Binding binding) {
        List<SimulatedRequest> requests = IntStream.range(0, asked.size())
                .mapToObj(i -> asked.get(i).simulated(i))
                .toList();
        return FleetRun.play(SmallFleet.settings(), requests, new StaticFleet(SmallFleet.SHARDS), binding)
                .sequences()
                .stream()
                .map(SimulatedHouse::lived)
                .toList();
    }

    private static Lived lived(Sequence one) {
        double due = one.request().due();
        return new Lived(one.boundAt() - due, one.firstTokenSeconds() + one.secondsPerToken(), one.endedAt() - due);
    }
}
