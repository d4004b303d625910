package dev.ponder.local.cost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.json.Json;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.terminal.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CostCommandTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final StringWriter refused = new StringWriter();

    @Test
    void playsOurExamplesWithoutOffers() throws IOException {
        int code = run(Path.of("..").toAbsolutePath(), "--html", page().toString());

        assertThat(code).isZero();
        assertThat(lines())
                .contains("offers-by-speed.yaml: 700 tokens an answer, prices in USD")
                .contains("Past 49.28 QPS both cost the same, within 10 %.")
                .anyMatch(line -> line.matches(" *0 – 10,000 +A +35 % +0 – 5,000 +15 % +5,000 – 10,000"));
        assertThat(Files.readString(page())).contains("offers-by-requests.yaml", "<svg");
    }

    @Test
    void pricesATraceAndComparesByWhatItAsksFor() throws IOException {
        Path offers = Files.writeString(folder.resolve("two.yaml"), OfferFileTest.TWO);

        int code = run(folder, "--offers", offers.toString(), "--trace", trace().toString(), "--currency", "EUR");

        assertThat(code).isZero();
        assertThat(lines())
                .contains("two.yaml: 100 tokens an answer, the busiest minute 10 times the mean, prices in EUR")
                .contains(
                        "t.csv: 600 requests in 1 h 0 min, 100 tokens an answer, the busiest minute 10 times the mean")
                .anyMatch(line -> line.matches(" *B +slow +1 +12\\.21 +8,910 +0\\.020 +20\\.34 +0\\.025"));
    }

    @Test
    void writesFiguresForPrograms() throws IOException {
        Path offers = Files.writeString(folder.resolve("two.yaml"), OfferFileTest.TWO);
        Path json = folder.resolve("cost.json");

        run(folder, "--offers", offers.toString(), "--trace", trace().toString(), "--json", json.toString());

        JsonNode figures = Json.mapper().readTree(json.toFile());
        assertThat(figures.path("bench").asText()).isEqualTo("cost");
        assertThat(figures.path("args").path("scale").asText()).isEqualTo("1");
        assertThat(figures.path("metrics").path("qps_fast_least_ratio").doubleValue())
                .isBetween(0.0, 1.0);
        assertThat(figures.path("rows").findValuesAsText("name")).contains("qps_fast", "trace_slow", "trace_fast");
    }

    @Test
    void writesItsPageWhereItIsAskedTo() throws IOException {
        Path offers = Files.writeString(folder.resolve("two.yaml"), OfferFileTest.TWO);
        Path html = folder.resolve("some/where/a.html");

        run(folder, "--offers", offers.toString(), "--html", html.toString());

        assertThat(html).isNotEmptyFile();
        assertThat(page()).doesNotExist();
    }

    @Test
    void refusesWhatWouldTakeTooManyReplicasOrRequests() throws IOException {
        Path offers = Files.writeString(
                folder.resolve("two.yaml"), OfferFileTest.TWO.replace("up-to: 20", "up-to: 1000000000"));

        int code = run(folder, "--offers", offers.toString());

        assertThat(code).isEqualTo(2);
        assertThat(refused.toString()).contains("compare the offers up to a lower one");
        assertThat(run(folder, "--trace", trace().toString(), "--scale", "4000"))
                .isEqualTo(2);
        assertThat(run(folder, "--currency", "gold")).isEqualTo(2);
    }

    @Test
    void saysHowItIsCalled() {
        StringWriter help = new StringWriter();

        int code = new CommandLine(new CostCommand())
                .setOut(new PrintWriter(help, true))
                .execute("--help");

        assertThat(code).isZero();
        assertThat(help.toString()).contains("--offers", "--trace", "Example: ./ponder cost");
    }

    /** Ten requests a minute for an hour, but a hundred in one of them and none in others. */
    private Path trace() throws IOException {
        List<String> rows = new ArrayList<>(List.of("t_s,in_tokens,out_tokens", "0,10,100"));
        for (int i = 0; i < 100; i++) {
            rows.add("%d.5,10,100".formatted(600 + i / 2));
        }
        for (int i = 0; i < 498; i++) {
            rows.add("%d,10,100".formatted(700 + i * 5));
        }
        rows.add("3600,10,100");
        return Files.write(folder.resolve("t.csv"), rows);
    }

    private int run(Path root, String... arguments) {
        Screen screen = new Screen(new PrintStream(said, true, UTF_8), false);
        return new CommandLine(new CostCommand(screen, new Checkout(root)))
                .setErr(new PrintWriter(refused, true))
                .execute(arguments);
    }

    private List<String> lines() {
        return said.toString(UTF_8).lines().toList();
    }

    private Path page() {
        return folder.resolve(".ponder/cost.html");
    }
}
