package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Platform and shards in one release: what one says of the other holds, or is refused. */
class OwnShardsTest {

    private static final String TLS = "shards.tls.enabled=true,shards.tls.secret=shards-tls";
    private static final String TARGET = "reasoner.pools.main.scaling.target.name=demo-shards";

    private final Chart chart = Helm.chart();

    @Test
    void writesHowManyShardsThereAre() {
        assertThat(servers().at("/spec/replicas").asInt()).isEqualTo(1);
        assertThat(servers("--set", "shards.replicas=0").at("/spec/replicas")).hasToString("0");
    }

    @Test
    void leavesTheNumberOfShardsToWhoeverScalesThem() {
        JsonNode servers = servers("--set", TARGET + ",shards.replicas=null");

        assertThat(servers.at("/spec/replicas").isMissingNode()).isTrue();
        assertThat(servers.at("/spec/template").isMissingNode()).isFalse();
    }

    @Test
    void leavesTheNumberOfGroupsToTheAutoscalerOfTheirProfile() {
        Rendered rendered = chart.rendered("distributed", together("--values", serving("distributed")));

        JsonNode groups = rendered.one("LeaderWorkerSet", "deepthink").path("spec");
        assertThat(groups.path("replicas").isMissingNode()).isTrue();
        assertThat(groups.path("leaderWorkerTemplate").path("size").asInt()).isEqualTo(4);
    }

    @Test
    void refusesToWriteTheNumberOfShardsThatAnotherDecides() {
        assertThat(refusal("--set", TARGET))
                .contains("reasoner.pools.main.scaling.target.name is demo-shards, the shards of this release, but"
                        + " shards.replicas is 1: set shards.replicas=null");
    }

    @Test
    void writesTheNumberOfShardsWhereTheTargetIsNotScaled() {
        JsonNode servers = servers("--set", TARGET + ",reasoner.pools.main.scaling.mode=none,shards.replicas=3");

        assertThat(servers.at("/spec/replicas").asInt()).isEqualTo(3);
    }

    /** Each name under which a pool may know them. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "demo-shards", "demo-shards.llm", "demo-shards.llm.svc", "demo-shards.llm.svc.cluster.local"
            })
    void refusesTlsThatTheShardsDoNotSpeak(String service) {
        assertThat(refusal("--set", "tls.enabled=true,reasoner.pools.main.shards.service=" + service))
                .contains("tls.enabled is true, but shards.tls.enabled is false")
                .contains("reasoner.pools.main");
    }

    @Test
    void refusesTlsThatTheReasonersDoNotSpeak() {
        assertThat(refusal("--set", TLS)).contains("shards.tls.enabled is true, but tls.enabled is false");
    }

    @Test
    void takesTlsThatBothSpeak() {
        Rendered rendered = rendered("--set", "tls.enabled=true," + TLS);

        assertThat(rendered.settings("demo-ponder-reasoner-main")).contains("reasoner.engine.tls.certificate=");
        assertThat(rendered.one("ConfigMap", "demo-shards").path("data").toString())
                .contains("--grpc-use-ssl=true");
    }

    @Test
    void asksNothingOfShardsWhereNobodyThinks() {
        Rendered rendered = rendered("--set", "tls.enabled=true,reasoner.pools.main.shards.service=others.llm.svc");

        assertThat(rendered.settings("demo-ponder-reasoner-main")).contains("dns:others.llm.svc:8001");
    }

    /** Where the hub is, what else is set, and the ports on which the fetch gets out. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        https://hub.example.invalid           | {443}      | 443
        https://hub.example.invalid/mirror    | {443}      | 443
        https://hub.example.invalid:8443/a/b  | {443}      | 8443 443
        http://mirror:8081                    | {443}      | 8081 443
        http://mirror                         | {443}      | 80 443
        http://mirror:8081                    | {443,3128} | 8081 443 3128
        http://[fd00::1]:8081                 | {443}      | 8081 443
        """)
    void letsTheFetchOutToThePortOfItsHub(String endpoint, String ports, String open) {
        Rendered rendered =
                rendered("--set", "shards.source.endpoint=" + endpoint + ",shards.networkPolicy.hubPorts=" + ports);

        JsonNode out = rendered.one("NetworkPolicy", "demo-shards-fetch").at("/spec/egress/1/ports");
        assertThat(out).extracting(port -> port.path("port").asText()).containsExactly(open.split(" "));
    }

    /** Kubernetes before 1.33 refuses a pod that sleeps for no time. */
    @Test
    void refusesAPauseOfNoSeconds() {
        assertThat(refusal("--set", "shards.server.preStopSeconds=0"))
                .contains("/server/preStopSeconds': minimum: got 0, want 1");
    }

    private JsonNode servers(String... more) {
        return rendered(more).one("Deployment", "demo-shards");
    }

    private Rendered rendered(String... more) {
        return chart.rendered("minimal", own(more));
    }

    private String refusal(String... more) {
        return chart.template("minimal", own(more)).refusal();
    }

    private static String[] own(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--set=shards.enabled=true",
                "--set=reasoner.pools.main.shards.service=",
                "--set=shards.calibration.claim=texts"));
        arguments.addAll(List.of(more));
        return together(arguments.toArray(String[]::new));
    }

    private static String[] together(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("--namespace=llm", "--set=shards.source.endpoint=https://hub.example.invalid"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private static String serving(String profile) {
        return Chart.folder().resolve("serving").resolve(profile + ".yaml").toString();
    }
}
