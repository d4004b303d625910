package dev.ponder.bench.elasticity;

import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.scaling.observation.Objective;
import dev.ponder.scaling.trace.Trace;
import dev.ponder.scaling.trace.TracedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The requests of a trace with classes: half each, by a hash of their place. Pure. */
public final class Crowd {

    /** The classes of a trace. */
    public static final List<Objective> CLASSES =
            List.of(GpuOfMeasures.within("3s", 3), GpuOfMeasures.within("60s", 60));

    private static final Duration SHIFT = Duration.ofSeconds(5);
    private static final double NANOS_PER_SECOND = 1e9;

    private Crowd() {}

    /** Lays copies of a trace over one another, each begun up to 5 s later. */
    public static Trace overlaid(Trace trace, int copies, long seed) {
        return trace.overlaid(copies, SHIFT, seed);
    }

    /** Gives the requests of a trace so many classes. */
    public static List<SimulatedRequest> of(Trace trace, int classes) {
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
