package dev.ponder.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class BenchMainTest {

    static Iterable<String> benches() {
        return BenchMain.line().getSubcommands().keySet();
    }

    @ParameterizedTest
    @MethodSource("benches")
    void tellsTheOptionsOfEachBench(String bench) {
        StringWriter told = new StringWriter();
        CommandLine line = BenchMain.line().setOut(new PrintWriter(told));

        int exit = line.execute(bench, "--help");

        assertThat(exit).isZero();
        assertThat(told.toString()).contains("--seed").contains("--json");
    }
}
