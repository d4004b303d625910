package dev.ponder.bench.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.ponder.bench.server.SimulatedServer;
import dev.ponder.bench.server.Target;
import dev.ponder.contracts.json.Json;
import dev.ponder.triton.shard.ShardMain;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NVIDIA's own client on our shard, against what it saw of a real server. */
class PublicClientIT {

    private static final String TABLE = "/conformance/probe-differences.json";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void seesOfOurShardWhatItSawOfARealServerButForTheTable() throws Exception {
        PublicClient.Found found = PublicClient.find();
        assumeTrue(found.client().isPresent(), () -> "the public client is not tried: " + found.missing());
        List<String> program = List.of("-cp", System.getProperty("java.class.path"), ShardMain.class.getName());

        Observations seen;
        try (Target target = SimulatedServer.start(program, ConformanceCommand.TOYS, folder)) {
            seen = ProbeRecord.read(found.client().orElseThrow().drive(target, folder));
        }

        Differences differences = Differences.between(ProbeRecord.recorded(), seen, reasons());
        assertThat(seen.lines().keySet())
                .isEqualTo(ProbeRecord.recorded().lines().keySet());
        assertThat(differences.found()).isEmpty();
        assertThat(differences.stale()).isEmpty();
    }

    private static Map<String, String> reasons() throws Exception {
        try (InputStream in = PublicClientIT.class.getResourceAsStream(TABLE)) {
            return Json.mapper().readValue(in, new TypeReference<Map<String, String>>() {});
        }
    }
}
