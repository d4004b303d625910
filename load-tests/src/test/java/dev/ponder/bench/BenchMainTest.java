package dev.ponder.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.local.launch.LaunchException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
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

    @Test
    void tellsInALineWhatKeepsAProcessFromStarting() throws Exception {
        StringWriter told = new StringWriter();
        CommandLine line = BenchMain.line().setErr(new PrintWriter(told, true));

        int exit = BenchMain.explain(new LaunchException("no free port on the loopback"), line, line.parseArgs());

        assertThat(exit).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(told.toString()).isEqualToIgnoringNewLines("ponder: no free port on the loopback");
    }

    @Test
    void keepsTheTraceOfAFaultOfItsOwn() {
        CommandLine line = BenchMain.line();
        IllegalStateException fault = new IllegalStateException("two rows of one name");

        assertThatThrownBy(() -> BenchMain.explain(fault, line, line.parseArgs()))
                .isSameAs(fault);
    }
}
