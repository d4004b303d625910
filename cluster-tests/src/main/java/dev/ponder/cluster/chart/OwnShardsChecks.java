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

    private final Rendered rendered;

    OwnShardsChecks(Cluster cluster) {
        this.rendered = new Chart(cluster::helm)
                .rendered(
                        "minimal",
                        "--namespace=llm",
                        "--set=shards.enabled=true",
                        "--set=shards.source.endpoint=https://hub.example.invalid",
                        "--set=shards.calibration.claim=texts",
                        "--set=reasoner.pools.main.shards.service=");
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
}
