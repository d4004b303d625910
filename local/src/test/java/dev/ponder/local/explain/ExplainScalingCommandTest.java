package dev.ponder.local.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.json.Json;
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

class ExplainScalingCommandTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final StringWriter refused = new StringWriter();

    private static DecisionLog burst(String pool) {
        return new DecisionLog(pool).starts().turns(3, 1).turns(4, 50).turns(120, 0);
    }

    @Test
    void tellsWhenAndWhyReplicasCameAndWent() throws IOException {
        int code = run(file(burst("main").lines()));

        assertThat(code).isZero();
        assertThat(lines())
                .contains("Pool main")
                .contains("  2026-11-30T12:00:00Z  the law begins: 0 to 9 replicas; token-work, slo-feedback; hold 1m, "
                        + "a cold start taken for 1m40s")
                .contains("                        3 decisions kept 1")
                .anyMatch(line -> line.matches("  2026-11-30T12:00:20Z  1 -> \\d  token-work: work keeps .*"))
                .anyMatch(
                        line -> line.matches(" {34}slo-feedback: no class waits for late first tokens again and again"))
                .anyMatch(line -> line.matches("  2026-11-30T12:0\\d:\\d\\dZ  \\d -> \\d  .*"))
                .contains("  replay: 127 of 127 decisions decided the same");
    }

    @Test
    void namesTheFirstLineThatTheLawWouldDecideOtherwise() throws IOException {
        List<String> lines = burst("main").lines();
        lines.set(2, lines.get(2).replace("\"replicas\":1,\"reasons\":[", "\"replicas\":7,\"reasons\":[\"a dream\","));
        lines.set(3, lines.get(3).replace("slo-feedback: ", "slow-feedback: "));

        int code = run(file(lines));

        assertThat(code).isOne();
        assertThat(lines())
                .contains("  replay: 125 of 127 decisions decided the same")
                .contains(
                        "    2 otherwise, first line 3 at 2026-11-30T12:00:10Z: the law decides 1 -> 1 where the log has"
                                + " 1 -> 7")
                .contains("        in the log: a dream")
                .anyMatch(line -> line.startsWith("        by the law: token-work: "));
    }

    @Test
    void holdsOtherReasonsAgainstTheLawToo() throws IOException {
        List<String> lines = burst("main").lines();
        lines.set(3, lines.get(3).replace("slo-feedback: ", "slow-feedback: "));

        int code = run(file(lines));

        assertThat(code).isOne();
        assertThat(lines())
                .contains(
                        "    1 otherwise, first line 4 at 2026-11-30T12:00:15Z: the law decides the same number for other"
                                + " reasons");
    }

    @Test
    void beginsALawAnewWhereTheServiceWasStartedAgain() throws IOException {
        List<String> lines =
                burst("main").turns(5, 40).startsCapped().turns(20, 90).lines();

        int code = run(file(lines));

        assertThat(code).isZero();
        assertThat(lines())
                .anyMatch(line -> line.contains("the law begins: 0 to 9 replicas; token-work, cost-cap; "))
                .anyMatch(line -> line.contains("cost-cap: 10.00 an hour pays for 4 replicas"))
                .contains("  replay: 152 of 152 decisions decided the same");
    }

    @Test
    void goesOnOverFilesThatWerePutTogether() throws IOException {
        DecisionLog log = burst("main");
        List<String> lines = log.lines();
        lines.addAll(log.isAnotherFile().turns(10, 30).lines());

        int code = run(file(lines));

        assertThat(code).isZero();
        assertThat(lines())
                .contains("  replay: 137 of 137 decisions decided the same")
                .noneMatch(line -> line.contains("in the middle of its run"));
    }

    @Test
    void readsFilesInTheOrderInWhichTheyWereWritten() throws IOException {
        DecisionLog log = burst("main");
        Path older = Files.write(folder.resolve("older.jsonl"), log.lines());
        List<String> lines = log.isAnotherFile().turns(10, 30).lines();
        lines.add(5, "{");

        int code = run(file(lines), older.toString(), "--at", "2026-11-30T12:11:00Z");

        assertThat(code).isOne();
        assertThat(lines())
                .anyMatch(line -> line.matches(".* decided last in line \\d of decisions.jsonl, at .*"))
                .contains("  replay: 137 of 137 decisions decided the same")
                .contains("decisions.jsonl, line 6: no JSON, or cut short")
                .noneMatch(line -> line.contains("in the middle of its run"));
    }

    @Test
    void saysThatAFileBeginsInTheMiddleWhereItDiffers() throws IOException {
        List<String> lines =
                burst("main").isAnotherFile().turns(3, 40).turns(60, 0).lines();

        int code = run(file(lines));

        assertThat(code).isOne();
        assertThat(lines())
                .anyMatch(line -> line.contains("the law, in the middle of its run: "))
                .contains("    the file begins in the middle of a law's run: name the file before it too");
    }

    @Test
    void saysWhatWasMissing() throws IOException {
        run(file(burst("main").blindTurns(7, "the broker was away").turns(2, 1).lines()));

        assertThat(lines())
                .contains(
                        "  missing in 7 decisions, 2026-11-30T12:10:40Z to 2026-11-30T12:11:10Z: the broker was away");
    }

    @Test
    void leavesOutALastLineThatIsCutShort() throws IOException {
        List<String> lines = burst("main").lines();
        lines.set(127, lines.get(127).substring(0, 100));

        int code = run(file(lines));

        assertThat(code).isZero();
        assertThat(lines())
                .contains("  replay: 126 of 126 decisions decided the same")
                .contains("decisions.jsonl, line 128, the last: no JSON, or cut short; it is left out");
    }

    @Test
    void namesLinesAndFieldsThatItCannotRead() throws IOException {
        List<String> lines = burst("main").lines();
        lines.set(100, lines.get(100).substring(0, 100));
        lines.set(101, "");
        lines.set(102, lines.get(102).replace("PT5S", "a while"));

        int code = run(file(lines));

        assertThat(code).isOne();
        assertThat(lines())
                .contains("decisions.jsonl, line 101: no JSON, or cut short")
                .contains("decisions.jsonl, line 103: seen.since: Text cannot be parsed to a Duration")
                .noneMatch(line -> line.contains("line 102"));
    }

    @Test
    void asksNoLawOfWhichItDoesNotKnowAPolicy() throws IOException {
        List<String> lines = burst("main").lines();
        lines.set(0, lines.getFirst().replace("slo-feedback", "crystal-ball"));
        lines.addAll(burst("other").lines());

        int code = run(file(lines));

        assertThat(code).isOne();
        assertThat(lines())
                .anyMatch(
                        line -> line.startsWith(
                                "decisions.jsonl, line 1: law.policies[1].name: no policy is called crystal-ball, only token-work, "))
                .contains("  replay: 0 of 127 decisions decided the same")
                .contains("    127 not asked about, first line 2: no line before it says the law")
                .contains("  replay: 127 of 127 decisions decided the same");
    }

    @Test
    void tellsOfLogsThatAreOlderThanLawsWithoutAskingAny() throws IOException {
        List<String> lines = burst("main").lines();
        lines.removeFirst();

        int code = run(file(lines));

        assertThat(code).isOne();
        assertThat(lines()).anyMatch(line -> line.matches("  2026-11-30T12:00:20Z  1 -> \\d  token-work: .*"));
    }

    @Test
    void refusesWhatIsNoLog() throws IOException {
        assertThat(run(folder.resolve("none.jsonl"))).isEqualTo(2);
        assertThat(refused.toString()).contains("none.jsonl: there is no such file; name one that is there");
        assertThat(run(folder)).isEqualTo(2);
        assertThat(refused.toString()).contains("it is a folder; name the file in it");
        assertThat(run(file(List.of()))).isOne();
        assertThat(lines()).contains("decisions.jsonl: it holds no decision that could be read");
    }

    @Test
    void survivesAFileOfAnotherKind() throws IOException {
        byte[] bytes = new byte[5000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 37);
        }
        Path binary = Files.write(folder.resolve("decisions.jsonl"), bytes);

        int code = run(binary);

        assertThat(code).isOne();
        assertThat(lines())
                .contains("decisions.jsonl, line 1: no JSON, or cut short")
                .contains("decisions.jsonl: it holds no decision that could be read")
                .anyMatch(line -> line.matches("decisions.jsonl: \\d+ lines more that cannot be read"));
    }

    @Test
    void tellsOfOnePoolAlone() throws IOException {
        List<String> lines = burst("main").lines();
        lines.addAll(burst("other").lines());

        int code = run(file(lines), "--pool", "other");

        assertThat(code).isZero();
        assertThat(lines()).contains("Pool other").doesNotContain("Pool main");
        assertThat(run(file(lines), "--pool", "third")).isEqualTo(2);
        assertThat(refused.toString()).contains("--pool third: the file has only main, other");
    }

    @Test
    void tellsWhichDecisionStoodAtATime() throws IOException {
        int code = run(file(burst("main").lines()), "--at", "2026-11-30T12:00:22Z");

        assertThat(code).isZero();
        assertThat(lines())
                .contains("Pool main at 2026-11-30T12:00:22Z")
                .anyMatch(
                        line -> line.matches(
                                "  \\d replicas, wanted since 2026-11-30T12:00:20Z; decided last in line 5, at 2026-11-30T12:00:20Z"))
                .contains("    slo-feedback: no class waits for late first tokens again and again")
                .contains("  seen: 1 ready, 0 starting, 0 draining")
                .contains("    interactive: 50 came in 5 s, 0 queued, 0 buffered, 0 gated, 0 dispatched")
                .anyMatch(line -> line.startsWith("  the law: 0 to 9 replicas; token-work, slo-feedback; "));
    }

    @Test
    void saysThatNothingWasDecidedYet() throws IOException {
        run(file(burst("main").lines()), "--at", "2026-11-30T13:00:00+02:00");

        assertThat(lines())
                .contains("Pool main at 2026-11-30T11:00:00Z", "  nothing was decided yet, as far as the file says");
    }

    @Test
    void writesFiguresForPrograms() throws IOException {
        Path json = folder.resolve("figures.json");

        run(file(burst("main").blindTurns(2, "the broker was away").lines()), "--json", json.toString());

        JsonNode figures = Json.mapper().readTree(json.toFile());
        assertThat(figures.path("bench").asText()).isEqualTo("explain-scaling");
        assertThat(figures.path("metrics").path("decisions").asInt()).isEqualTo(129);
        assertThat(figures.path("metrics").path("replayed_same").asInt()).isEqualTo(129);
        assertThat(figures.path("metrics").path("changes").asInt()).isPositive();
        assertThat(figures.path("rows").findValuesAsText("name")).contains("pool", "change", "missing");
        assertThat(figures.path("rows").get(1).path("at").asText()).isEqualTo("2026-11-30T12:00:20Z");
    }

    @Test
    void saysHowItIsCalled() {
        StringWriter help = new StringWriter();

        int code = new CommandLine(new ExplainScalingCommand())
                .setOut(new PrintWriter(help, true))
                .execute("--help");

        assertThat(code).isZero();
        assertThat(help.toString()).contains("FILE", "--pool", "--at", "--json", "Example: ./ponder explain-scaling");
    }

    @Test
    void saysHowATimeIsWritten() throws IOException {
        int code = run(file(burst("main").lines()), "--at", "noon");

        assertThat(code).isEqualTo(2);
        assertThat(refused.toString()).contains("write a time as 2026-11-30T08:15:00Z, not noon");
    }

    private Path file(List<String> lines) throws IOException {
        return Files.write(folder.resolve("decisions.jsonl"), lines);
    }

    private int run(Path file, String... options) {
        List<String> arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(options));
        Screen screen = new Screen(new PrintStream(said, true, UTF_8), false);
        return new CommandLine(new ExplainScalingCommand(screen))
                .setErr(new PrintWriter(refused, true))
                .execute(arguments.toArray(String[]::new));
    }

    private List<String> lines() {
        return said.toString(UTF_8).lines().toList();
    }
}
