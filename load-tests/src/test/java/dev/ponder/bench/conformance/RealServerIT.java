package dev.ponder.bench.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.ponder.bench.server.NoServerException;
import dev.ponder.bench.server.RealServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A real Triton server against its own record: whether what we hold our shard against is still true. */
@EnabledIfEnvironmentVariable(
        named = "PONDER_TOOLS",
        matches = ".+",
        disabledReason = "no real Triton: PONDER_TOOLS names no folder that holds triton/start-triton.sh")
class RealServerIT {

    private static final Path FOLDER = Path.of("target", "real-triton").toAbsolutePath();

    @Test
    void answersAsItIsRecordedTo() throws Exception {
        Observations seen;
        try {
            seen = CaseRun.of(() -> RealServer.start(System.getenv("PONDER_TOOLS"), FOLDER));
        } catch (NoServerException absent) {
            seen = abort(absent.sentence());
        }

        Differences differences = Differences.between(Observations.recorded(), seen, Map.of());
        assertThat(differences.found()).isEmpty();
    }
}
