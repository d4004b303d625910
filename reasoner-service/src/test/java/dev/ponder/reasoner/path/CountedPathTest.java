package dev.ponder.reasoner.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.chain.Chain;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Provenance;
import dev.ponder.contracts.outcome.Timings;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.outcome.Votes;
import dev.ponder.contracts.telemetry.Meters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountedPathTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Job one = Tasks.job(Tasks.task("r-1", Duration.ofMinutes(1)));
    private final Job waves = Tasks.job(Tasks.waves(Tasks.ARRIVED, Duration.ofMinutes(1), 100, 3, 8));

    @Test
    void countsAChainByWhyItEnded() throws Exception {
        counted(answered(one, new Provenance.Thought(List.of("s"), "length"))).think(one);

        assertThat(jobs("one", "length")).isEqualTo(1);
        assertThat(chains("one")).isEqualTo(1);
    }

    @Test
    void countsWavesByWhyNoMoreWereBegunWithAllTheirChains() throws Exception {
        Votes votes = new Votes(5, 4, 3, 2, Votes.Ended.SURE);

        counted(answered(waves, new Provenance.Thought(List.of("s"), "stop", votes)))
                .think(waves);

        assertThat(jobs("waves", "sure")).isEqualTo(1);
        assertThat(chains("waves")).isEqualTo(5);
    }

    @Test
    void countsAnErrorByItsCode() throws Exception {
        Fault fault = Fault.of(FaultCode.ENGINE_UNAVAILABLE, "none was there");

        counted(new Outcome.Failed(Outcome.VERSION, one.asked(), fault, Usage.NONE, Timings.NONE, Map.of()))
                .think(one);

        assertThat(jobs("one", "engine_unavailable")).isEqualTo(1);
    }

    private ComputePath counted(Outcome outcome) {
        return new CountedPath(_ -> outcome, registry);
    }

    private static Outcome answered(Job job, Provenance provenance) {
        return new Outcome.Answered(
                Outcome.VERSION,
                job.asked(),
                new Chain(List.of(), "42", "42"),
                Usage.NONE,
                Timings.NONE,
                provenance,
                job.task().plan(),
                job.task().classification(),
                null,
                Map.of());
    }

    private double jobs(String path, String ended) {
        return registry.get(Meters.JOBS)
                .tags("class", "interactive", "path", path, "ended", ended)
                .counter()
                .count();
    }

    private double chains(String path) {
        return registry.get(Meters.CHAINS).tag("path", path).counter().count();
    }
}
