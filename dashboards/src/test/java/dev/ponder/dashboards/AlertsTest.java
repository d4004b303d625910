package dev.ponder.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ponder.dashboards.file.MadeFiles;
import dev.ponder.dashboards.rule.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each alert has a runbook that says what to do, and a case in which it fires and one in which it does not. */
class AlertsTest {

    private static final String PROMTOOL = "promtool";

    @ParameterizedTest
    @MethodSource("alerts")
    void haveARunbook(Alert alert) {
        assertThat(Repository.ROOT.resolve(alert.runbook()))
                .content()
                .contains("# " + alert.name(), "## What it means", "## Look at", "## Do");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void haveACaseInWhichTheyFireAndOneInWhichTheyDoNot(Alert alert) throws IOException {
        String cases = Files.readString(Repository.CASES.resolve(alert.name() + ".yaml"));

        assertThat(cases).contains("alertname: " + alert.name(), "exp_labels:", "exp_alerts: []");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void fireInTheirCasesAsPromtoolSeesIt(Alert alert) throws Exception {
        assumeTrue(Repository.has(PROMTOOL), "promtool is not on the PATH (apt-get install prometheus): not run");

        Repository.Ended ended = Repository.run(Repository.CASES, PROMTOOL, "test", "rules", alert.name() + ".yaml");

        assertThat(ended.code()).as(ended.said()).isZero();
    }

    @Test
    void areRulesAsPromtoolReadsThem() throws Exception {
        assumeTrue(Repository.has(PROMTOOL), "promtool is not on the PATH (apt-get install prometheus): not run");
        List<String> files = Everything.files().keySet().stream()
                .filter(name -> name.startsWith(MadeFiles.RULES))
                .toList();
        String[] command = Stream.concat(Stream.of(PROMTOOL, "check", "rules"), files.stream())
                .toArray(String[]::new);

        Repository.Ended ended = Repository.run(Repository.ROOT, command);

        assertThat(ended.code()).as(ended.said()).isZero();
    }

    @Test
    void areNoRunbooksOfAlertsThatAreGone() throws IOException {
        List<String> names =
                alerts().map(alert -> alert.name() + ".md").distinct().toList();
        try (Stream<Path> files = Files.list(Repository.ROOT.resolve("docs/runbooks"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    static Stream<Alert> alerts() {
        return Everything.alerts().stream();
    }
}
