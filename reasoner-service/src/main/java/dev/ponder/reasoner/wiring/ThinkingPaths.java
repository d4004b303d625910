package dev.ponder.reasoner.wiring;

import dev.ponder.reasoner.emission.Emission;
import dev.ponder.reasoner.path.ChainThinker;
import dev.ponder.reasoner.path.ComputePath;
import dev.ponder.reasoner.path.CountedPath;
import dev.ponder.reasoner.path.OneChainPath;
import dev.ponder.reasoner.path.PathTelemetry;
import dev.ponder.reasoner.path.PlannedPath;
import dev.ponder.reasoner.path.Prompting;
import dev.ponder.reasoner.path.WavesPath;
import dev.ponder.reasoner.voting.SureRule;
import dev.ponder.tracing.RecordTrace;
import dev.ponder.triton.client.pool.ShardPool;
import io.micrometer.core.instrument.MeterRegistry;

/** Puts the compute paths together. */
final class ThinkingPaths {

    private ThinkingPaths() {}

    static ComputePath over(
            ShardPool pool,
            Prompting prompting,
            Emission emission,
            RecordTrace trace,
            MeterRegistry meters,
            SureRule sure,
            ReasonerRim rim) {
        PathTelemetry telemetry = new PathTelemetry(trace, meters);
        ChainThinker thinker =
                new ChainThinker(pool, prompting, emission::chunk, telemetry, rim.ticker(), rim.pauser());
        ComputePath planned =
                new PlannedPath(new OneChainPath(thinker), new WavesPath(thinker, sure, rim.ticker(), rim.chains()));
        return new CountedPath(planned, meters);
    }
}
