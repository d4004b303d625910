package dev.ponder.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AutoscalerCommandTest {

    @Test
    void tellsTheJvmFirstAndTheJarLast() {
        List<String> command = AutoscalerCommand.of(
                Path.of("there", "run.jar"), "64m", List.of("-XX:-UsePerfData"), Map.of("b", "2", "a", "1"));

        assertThat(command)
                .containsExactly(
                        JavaCommand.java().toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-XX:-UsePerfData",
                        "-Da=1",
                        "-Db=2",
                        "-jar",
                        Path.of("there", "run.jar").toString());
    }
}
