package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jobs that bring a model can't be changed by an upgrade, so each change of one is another one. */
class ServingJobsTest {

    private final Chart chart = Helm.chart();

    /** What is set, and the jobs that it changes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        shards.server.tolerations[0].key=example.com/gpu | quantise
        shards.server.nodeSelector.disk=fast             | quantise
        shards.jobs.awaitMinutes=300                     | quantise layout
        shards.jobs.layout.resources.requests.cpu=200m   | fetch quantise layout
        shards.jobs.fetch.resources.requests.cpu=200m    | fetch
        shards.jobs.image.tag=v2                         | fetch quantise layout
        shards.jobs.backoffLimit=2                       | fetch quantise layout
        shards.image.pullSecrets={registry}              | fetch quantise layout
        shards.image.pullPolicy=Always                   | fetch quantise layout
        shards.podSecurity.runAsUser=2000                | fetch quantise layout
        shards.podSecurity.fsGroup=2000                  | fetch quantise layout
        shards.storage.claim=other                       | fetch quantise layout
        """)
    void makesAnotherJobOfEachThatChanges(String value, String changed) {
        List<JsonNode> before = jobs();

        List<JsonNode> after = jobs("--set", value);

        assertThat(otherwise(after, before, Rendered::name)).containsExactlyInAnyOrder(changed.split(" "));
        assertThat(otherwise(after, before, job -> job.path("spec"))).containsExactlyInAnyOrder(changed.split(" "));
    }

    @Test
    void leavesTheJobsOfAnUnchangedModelAsTheyAre() {
        List<JsonNode> before = jobs();

        List<JsonNode> after = jobs("--set", "shards.server.startupMinutes=45,shards.replicas=2");

        assertThat(after).hasSize(3).isEqualTo(before);
    }

    /** The parts of the jobs after of which something is like in none before. */
    private static List<String> otherwise(
            List<JsonNode> after, List<JsonNode> before, Function<JsonNode, Object> what) {
        Set<Object> known = before.stream().map(what).collect(Collectors.toUnmodifiableSet());
        return after.stream()
                .filter(job -> !known.contains(what.apply(job)))
                .map(ServingJobsTest::part)
                .toList();
    }

    private List<JsonNode> jobs(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--set=shards.enabled=true",
                "--set=shards.source.endpoint=https://hub.example.invalid",
                "--set=shards.calibration.claim=texts"));
        arguments.addAll(List.of(more));
        return chart.rendered("minimal", arguments.toArray(String[]::new)).kind("Job").stream()
                .filter(job -> !part(job).isEmpty())
                .toList();
    }

    private static String part(JsonNode job) {
        String component =
                job.at("/metadata/labels/app.kubernetes.io~1component").asText();
        return component.startsWith("shards-") ? component.substring("shards-".length()) : "";
    }
}
