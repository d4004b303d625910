package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.cluster.site.Cluster;
import dev.ponder.cluster.site.OnCluster;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may speak to whom. The server takes policies; whether they are enforced is the network's business. */
@OnCluster
final class NetworkChecks {

    private final Chart chart;
    private final Rendered secured;

    NetworkChecks(Cluster cluster) {
        this.chart = new Chart(cluster::helm);
        this.secured = chart.rendered("secured");
    }

    private JsonNode policy(String name) {
        return secured.one("NetworkPolicy", "demo-ponder-" + name).path("spec");
    }

    private static List<Integer> ports(JsonNode rules) {
        return rules.valueStream()
                .flatMap(rule -> rule.path("ports").valueStream())
                .map(port -> port.path("port").asInt())
                .distinct()
                .toList();
    }

    @Test
    void deniesAllToAllOfThem() {
        JsonNode deny = policy("deny");

        assertThat(deny.path("policyTypes")).extracting(JsonNode::asText).containsExactly("Ingress", "Egress");
        assertThat(deny.has("ingress") || deny.has("egress")).isFalse();
        assertThat(secured.pods())
                .allSatisfy(pod -> assertThat(pod.at("/metadata/labels/app.kubernetes.io~1instance")
                                .asText())
                        .isEqualTo(deny.at("/podSelector/matchLabels/app.kubernetes.io~1instance")
                                .asText()));
    }

    @Test
    void letsAllOfThemAskForNamesBrokersAndTheCollector() {
        assertThat(ports(policy("common").path("egress"))).containsExactly(53, 9093, 4317);
    }

    @Test
    void namesTheBrokersOfStrimzi() {
        assertThat(policy("common").toString()).contains("\"strimzi.io/cluster\":\"kafka\"");
    }

    @Test
    void takesTheBrokersPortsFromTheirAddresses() {
        JsonNode common = chart.rendered("minimal", "--set", "kafka.bootstrapServers=a:9094\\,b:9095")
                .one("NetworkPolicy", "demo-ponder-common");

        assertThat(ports(common.at("/spec/egress"))).containsExactly(53, 9094, 9095);
    }

    @Test
    void letsRoutersAloneAskTheCache() {
        assertThat(policy("cache")
                        .at("/ingress/0/from/0/podSelector/matchLabels/app.kubernetes.io~1component")
                        .asText())
                .isEqualTo("router");
        assertThat(policy("router")
                        .at("/egress/0/to/0/podSelector/matchLabels/app.kubernetes.io~1component")
                        .asText())
                .isEqualTo("cache");
    }

    @Test
    void letsReasonersReachShardsAlone() {
        assertThat(ports(policy("reasoner").path("egress"))).containsExactly(8001);
        assertThat(policy("reasoner").path("policyTypes"))
                .extracting(JsonNode::asText)
                .containsExactly("Egress");
    }

    @Test
    void letsTheAutoscalerReachPagesAndTheApiServer() {
        assertThat(ports(policy("autoscaler").path("egress"))).containsExactly(8080, 8002, 443, 6443);
    }

    @Test
    void letsKedaAloneAskTheAutoscaler() {
        JsonNode from = policy("autoscaler").at("/ingress/0/from");

        assertThat(from).hasSize(1);
        assertThat(from.at("/0/namespaceSelector/matchLabels/kubernetes.io~1metadata.name")
                        .asText())
                .isEqualTo("keda");
    }
}
