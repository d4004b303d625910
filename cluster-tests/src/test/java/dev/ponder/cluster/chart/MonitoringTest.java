package dev.ponder.cluster.chart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.cluster.site.Toolbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two releases under one Prometheus: each one's rules look at its own targets, by the label that its PodMonitor gives them. */
class MonitoringTest {

    /** A name with its matchers, of what our rules ask for. */
    private static final Pattern SELECTOR = Pattern.compile("\\b(?:up|ponder[_:][\\w:]+)\\b(\\{[^}]*})?");

    private static final String TARGET_LABEL = "targetLabel";

    private final Chart chart = Helm.chart();

    @Test
    void rulesOfAReleaseAskForItsOwnSeriesAlone() {
        assertThat(rules("a")).hasSizeGreaterThan(40).hasSameSizeAs(rules("b"));
        assertThat(rules("a")).allSatisfy(rule -> assertThat(whose(rule)).containsOnly("release=\"a/demo-ponder\""));
        assertThat(rules("b")).allSatisfy(rule -> assertThat(whose(rule)).containsOnly("release=\"b/demo-ponder\""));
    }

    @Test
    void whatARuleSaysBearsItsRelease() {
        assertThat(rules("a"))
                .extracting(rule -> rule.at("/labels/release").asText())
                .containsOnly("a/demo-ponder");
    }

    @Test
    void targetsGetTheReleaseThatRulesAskForAndTheirPool() {
        JsonNode relabelled = relabelings("demo-ponder");

        assertThat(replacement(relabelled)).isEqualTo("a/demo-ponder");
        assertThat(relabelled)
                .filteredOn(one -> one.path(TARGET_LABEL).asText().equals("pool"))
                .extracting(one -> one.at("/sourceLabels/0").asText())
                .containsExactly("__meta_kubernetes_pod_label_ponder_dev_pool");
        assertThat(chart.rendered("mixed")
                        .pods()
                        .map(pod -> pod.at("/metadata/labels/ponder.dev~1pool"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText))
                .containsExactlyInAnyOrder("fp8", "int4", "old");
    }

    /** Their own chart does not know what the platform's objects are called. */
    @ParameterizedTest
    @ValueSource(strings = {"demo-ponder", "ours"})
    void shardsOfTheReleaseAreFoundUnderItsName(String name) {
        JsonNode relabelled = relabelings(
                "demo-shards",
                "--set=shards.enabled=true,shards.source.endpoint=https://hub.example.invalid,shards.calibration.claim=texts",
                "--set=reasoner.pools.main.shards.service=,shards.monitoring.podMonitor=true",
                "--set=fullnameOverride=" + name);

        assertThat(replacement(relabelled)).isEqualTo("a/" + name);
    }

    /** As promtool sees it, with the rules of both loaded. */
    @Test
    void whatIsDownInOneReleaseIsNotHiddenByTheOther(@TempDir Path folder) throws Exception {
        List<String> files = new ArrayList<>();
        for (String namespace : List.of("a", "b")) {
            for (JsonNode one : rendered(namespace).kind("PrometheusRule")) {
                Path file = folder.resolve(namespace + "-" + Rendered.name(one) + ".yaml");
                Files.writeString(file, one.path("spec").toString());
                files.add(file.toString());
            }
        }

        assertThat(promtool(folder, """
            rule_files: ["%s"]
            evaluation_interval: 1m
            tests:
              - interval: 1m
                input_series:
                  - {series: 'up{release="a/demo-ponder",job="ponder-router",instance="1"}', values: 1x20}
                  - {series: 'up{release="b/demo-ponder",job="ponder-router",instance="2"}', values: 0x20}
                  - {series: 'up{release="a/demo-ponder",job="ponder-cache",instance="3"}', values: 1x20}
                  - {series: 'up{release="b/demo-ponder",job="ponder-cache",instance="4"}', values: 1x20}
                alert_rule_test:
                  - eval_time: 10m
                    alertname: PonderServiceDown
                    exp_alerts:
                      - exp_labels: {severity: page, job: ponder-router, release: b/demo-ponder}
                        exp_annotations:
                          summary: No process of ponder-router answers.
                          runbook_url: docs/runbooks/PonderServiceDown.md
            """.formatted(String.join("\", \"", files))))
                .contains("SUCCESS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://git.example.org/ponder/docs/runbooks", "https://git.example.org/ponder/docs/runbooks/"})
    void linksToRunbooksWhereTheyAreRead(String base) {
        assertThat(runbooks("--set=monitoring.runbookBase=" + base))
                .contains("https://git.example.org/ponder/docs/runbooks/PonderServiceDown.md")
                .allMatch(
                        link -> link.matches("https://git[.]example[.]org/ponder/docs/runbooks/Ponder[A-Za-z]+[.]md"));
    }

    @Test
    void namesRunbooksByTheirPathWhereNobodySaysWhereTheyAreRead() {
        assertThat(runbooks()).allMatch(path -> path.matches("docs/runbooks/Ponder[A-Za-z]+[.]md"));
    }

    @Test
    void refusesAPlaceOfRunbooksThatIsNoLink() {
        assertThat(chart.template("minimal", "--set=monitoring.runbookBase=docs/runbooks")
                        .refusal())
                .contains("at '/monitoring/runbookBase': 'docs/runbooks' does not match pattern");
    }

    private Rendered rendered(String namespace, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("--namespace=" + namespace, "--set=monitoring.rules=true,monitoring.podMonitor=true"));
        arguments.addAll(List.of(more));
        return chart.rendered("minimal", arguments.toArray(String[]::new));
    }

    private List<JsonNode> rules(String namespace, String... more) {
        return rendered(namespace, more).kind("PrometheusRule").stream()
                .flatMap(one -> one.at("/spec/groups").valueStream())
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    private List<String> runbooks(String... more) {
        return rules("a", more).stream()
                .map(rule -> rule.at("/annotations/runbook_url"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    /** What each selector of a rule says of the release; nothing where it says nothing. */
    private static List<String> whose(JsonNode rule) {
        String query = rule.path("expr").asText();
        List<String> asked = SELECTOR.matcher(query)
                .results()
                .map(MatchResult::group)
                .map(selector -> selector.replaceAll(".*(release=\"[^\"]*\").*|.*", "$1"))
                .toList();
        // An allowance is a number, and asks for nothing.
        return query.startsWith("vector(")
                ? List.of("release=\"" + rule.at("/labels/release").asText() + "\"")
                : asked;
    }

    private JsonNode relabelings(String name, String... more) {
        return rendered("a", more).one("PodMonitor", name).at("/spec/podMetricsEndpoints/0/relabelings");
    }

    private static String replacement(JsonNode relabelled) {
        return relabelled
                .valueStream()
                .filter(one -> one.path(TARGET_LABEL).asText().equals("release"))
                .map(one -> one.path("replacement").asText())
                .findFirst()
                .orElse("");
    }

    private static String promtool(Path folder, String cases) throws IOException, InterruptedException {
        Path program = new Toolbox(List.of())
                .find("promtool")
                .orElseGet(
                        () -> Assumptions.abort("promtool is not on the PATH (apt-get install prometheus): not run"));
        Path file = Files.writeString(folder.resolve("cases.yaml"), cases);
        Process run = new ProcessBuilder(program.toString(), "test", "rules", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(run.getInputStream().readAllBytes(), UTF_8);
        run.waitFor();
        return said;
    }
}
