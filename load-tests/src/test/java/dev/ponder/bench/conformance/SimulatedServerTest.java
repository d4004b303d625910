package dev.ponder.bench.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.bench.server.SimulatedServer;
import dev.ponder.triton.shard.ShardMain;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulated shard, as a process, against what a real server was seen to answer. */
class SimulatedServerTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void answersAsARealServerWasSeenToButForTheTable() throws Exception {
        List<String> program = List.of("-cp", System.getProperty("java.class.path"), ShardMain.class.getName());

        Observations seen = CaseRun.of(() -> SimulatedServer.start(program, ConformanceCommand.TOYS, folder));

        Differences differences = Differences.between(Observations.recorded(), seen, Differences.reasons());
        assertThat(seen.lines()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(differences.found()).isEmpty();
        assertThat(differences.stale()).isEmpty();
    }
}
