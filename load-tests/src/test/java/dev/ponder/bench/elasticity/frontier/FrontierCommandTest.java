package dev.ponder.bench.elasticity.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FrontierCommandTest {

    private static final List<String> CAUSES =
            List.of("idle_cold_start_share", "idle_drain_share", "idle_hold_down_share", "idle_headroom_share");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void playsASmallFrontierAndWritesItAsFiguresAndAsAPage() throws Exception {
        Path json = folder.resolve("frontier.json");
        Path html = folder.resolve("frontier.html");

        int code = new CommandLine(new FrontierCommand())
                .execute("--quick", "--accuracy", "0.8", "--json", json.toString(), "--html", html.toString());

        JsonNode report = Json.mapper().readTree(json.toFile());
        assertThat(code).isZero();
        assertThat(report.path("bench").asText()).isEqualTo("frontier");
        assertThat(report.path("seeds")).hasSize(2);
        assertThat(report.path("rows")).hasSize(10);
        assertThat(report.path("rows")).allSatisfy(FrontierCommandTest::assertAddsUp);
        assertThat(report.path("rows").path(1).path("slo_attained").asDouble()).isGreaterThanOrEqualTo(0.99);
        assertThat(report.path("rows").path(1).path("cost_over_clairvoyant").asDouble())
                .isGreaterThanOrEqualTo(1);
        assertThat(report.path("metrics").path("cost_over_clairvoyant_median").asDouble())
                .isBetween(0.9, 3.0);
        assertThat(Files.readString(html)).contains("<svg", "hold-down", "clairvoyant, 4 QPS", "seeds [1, 2]");
    }

    private static void assertAddsUp(JsonNode row) {
        double idle =
                CAUSES.stream().mapToDouble(cause -> row.path(cause).asDouble()).sum();
        assertThat(row.path("used_share").asDouble() + idle).isCloseTo(1, within(1e-6));
        assertThat(row.path("cost_per_correct").asDouble() * 0.8)
                .isCloseTo(row.path("cost_per_request").asDouble(), within(1e-9));
    }

    @Test
    void playsATraceAtEachScale() throws Exception {
        Path trace = Files.writeString(folder.resolve("trace.csv"), trace());
        Path json = folder.resolve("frontier.json");

        int code = new CommandLine(new FrontierCommand())
                .execute("--quick", "--trace", trace.toString(), "--scale", "1,2", "--json", json.toString());

        JsonNode report = Json.mapper().readTree(json.toFile());
        assertThat(code).isZero();
        assertThat(report.path("args").path("scale").asText()).isEqualTo("1,2");
        double once = report.path("rows").path(0).path("requests_per_second").asDouble();
        double twice = report.path("rows").path(5).path("requests_per_second").asDouble();
        assertThat(twice).isCloseTo(2 * once, within(1e-9));
    }

    private static String trace() {
        StringBuilder text = new StringBuilder("t_s,in_tokens,out_tokens\n");
        for (int i = 0; i < 600; i++) {
            text.append(i).append(",1000,300\n");
        }
        return text.toString();
    }

    @Test
    void refusesWhatCannotBePlayed() {
        List<String[]> calls = List.of(
                new String[] {"--price", "0"},
                new String[] {"--accuracy", "1.5"},
                new String[] {"--qps", "0"},
                new String[] {"--max", "0"});

        List<Integer> codes = calls.stream()
                .map(call -> new CommandLine(new FrontierCommand())
                        .setErr(new PrintWriter(new StringWriter()))
                        .execute(call))
                .toList();

        assertThat(codes).containsOnly(2);
    }
}
