package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.cluster.site.Cluster;
import dev.ponder.cluster.site.OnCluster;
import org.junit.jupiter.api.Test;

/** A pool that names no shards thinks on those that the chart brings along. */
@OnCluster
final class OwnShardsChecks {

    private static final String SHARDS = "demo-shards";

    private final Chart chart;
    private final Rendered rendered;

    OwnShardsChecks(Cluster cluster) {
        this.chart = new Chart(cluster::helm);
        this.rendered = chart.rendered("minimal", own("shards.enabled=true"));
    }

    @Test
    void namesTheirServiceToReasonersAndTheirPagesToTheAutoscaler() {
        assertThat(rendered.settings("demo-ponder-reasoner-main"))
                .contains("reasoner.engine.shards=dns:demo-shards.llm.svc:8001");
        assertThat(rendered.settings("demo-ponder-autoscaler"))
                .contains("autoscaler.pools.main.shards=http://demo-shards.llm.svc:8002/metrics");
    }

    @Test
    void hasAnAddressForEachShardUnderThatService() {
        JsonNode service = rendered.one("Service", SHARDS).path("spec");

        assertThat(service.path("clusterIP").asText()).isEqualTo("None");
        assertThat(service.path("ports"))
                .extracting(port -> port.path("port").asInt())
                .containsExactly(8001, 8002);
    }

    @Test
    void letsReasonersOfThatReleaseIn() {
        JsonNode from = rendered.one("NetworkPolicy", SHARDS).at("/spec/ingress/0/from/0/podSelector/matchLabels");
        JsonNode reasoner =
                rendered.one("Deployment", "demo-ponder-reasoner-main").at("/spec/template/metadata/labels");

        assertThat(from.properties()).isNotEmpty().isSubsetOf(reasoner.properties());
    }

    @Test
    void refusesTlsThatOneSideAloneSpeaks() {
        String tls = "shards.tls.enabled=true,shards.tls.secret=shards-tls";

        assertThat(chart.template("minimal", own("tls.enabled=true")).refusal())
                .contains("tls.enabled is true, but shards.tls.enabled is false");
        assertThat(chart.template("minimal", own(tls)).refusal())
                .contains("shards.tls.enabled is true, but tls.enabled is false");
        chart.template("minimal", own("tls.enabled=true," + tls)).orFail();
    }

    @Test
    void refusesAPoolOfAnotherModel() {
        String model = "reasoner.pools.main.model=deepthink";

        assertThat(chart.template("minimal", own(model)).refusal())
                .contains("reasoner.pools.main.model is deepthink, but the shards of this release serve")
                .contains("shards.model.name tensorrt_llm");
        chart.template("minimal", own(model + ",shards.model.name=deepthink")).orFail();
    }

    @Test
    void refusesShardsThatTakeTokensWithoutATokenizer() {
        String tokens = "shards.model.profile=ifb";

        assertThat(chart.template("minimal", own(tokens)).refusal())
                .contains("reasoner.pools.main.tokenizer.claim is not set, but shards.model.profile is ifb");
        chart.template("minimal", own(tokens + ",reasoner.pools.main.tokenizer.claim=model"))
                .orFail();
    }

    @Test
    void refusesToWriteTheNumberOfShardsThatAPoolsScalingWrites() {
        String target = "reasoner.pools.main.scaling.target.name=" + SHARDS;

        assertThat(chart.template("minimal", own(target)).refusal())
                .contains("reasoner.pools.main.scaling.target.name is demo-shards", "set shards.replicas=null");
        chart.template("minimal", own(target + ",shards.replicas=null")).orFail();
    }

    private static String[] own(String values) {
        return new String[] {
            "--namespace=llm",
            "--set=shards.enabled=true",
            "--set=shards.source.endpoint=https://hub.example.invalid",
            "--set=shards.calibration.claim=texts",
            "--set=reasoner.pools.main.shards.service=",
            "--set=" + values
        };
    }
}
