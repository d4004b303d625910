package dev.ponder.bench.elasticity;

import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.scaling.trace.Trace;
import dev.ponder.scaling.trace.TracedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The requests of a trace with classes: half each, by a hash of their place. Pure. */
final class Crowd {

    private static final double NANOS_PER_SECOND = 1e9;

    private Crowd() {}

    static List<SimulatedRequest> of(Trace trace, int classes) {
        List<SimulatedRequest> requests = new ArrayList<>();
        for (TracedRequest one : trace.requests()) {
            int index = requests.size();
            requests.add(SimulatedRequest.interactive(
                    index,
                    one.at().toNanos() / NANOS_PER_SECOND,
                    one.inputTokens(),
                    one.outputTokens(),
                    new SplittableRandom(index).nextInt(classes),
                    one.prefixBlocks()));
        }
        return requests;
    }
}
