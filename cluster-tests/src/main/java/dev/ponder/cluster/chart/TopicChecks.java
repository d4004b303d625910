package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.cluster.site.Cluster;
import dev.ponder.cluster.site.OnCluster;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the KafkaTopics of the chart are the topics of the plan. */
@OnCluster
final class TopicChecks {

    private final Chart chart;

    TopicChecks(Cluster cluster) {
        this.chart = new Chart(cluster::helm);
    }

    @Test
    void laysThePlanOfSeveralTenantsAndPools() {
        Rendered rendered =
                chart.rendered("secured", "--set", "reasoner.pools.math.shards.service=m,kafka.partitions=7");
        TopicPlan plan = new TopicPlan(
                List.of(TenantId.DEFAULT, new TenantId("acme")),
                List.of(new PoolId("main"), new PoolId("math")),
                7,
                12);

        assertThat(Planned.topics(rendered.kind("KafkaTopic"))).isEqualTo(Planned.plan(plan.specs()));
    }

    @Test
    void laysThePlanWhereNobodyIsTheDefaultTenant() {
        Rendered rendered = chart.rendered("secured", "--set", "tenants={acme}");
        TopicPlan plan = new TopicPlan(List.of(new TenantId("acme")), List.of(new PoolId("main")), 12);

        assertThat(Planned.topics(rendered.kind("KafkaTopic"))).isEqualTo(Planned.plan(plan.specs()));
    }

    @Test
    void asksTheSetupJobForTheSamePlan() {
        JsonNode job = chart.rendered("mixed").kind("Job").getFirst();

        assertThat(job.at("/spec/template/spec/containers/0/args"))
                .extracting(JsonNode::asText)
                .containsSubsequence("provision", "--partitions", "12", "--tenant", "default", "--tenant", "acme")
                .containsSubsequence("--pool", "fp8", "--pool", "int4", "--pool", "old")
                .doesNotContain("--group-only");
    }

    @Test
    void laysWorkOfAConsumerGroupForSeveralReasoners() {
        String[] values = {"--set", "kafka.queue=consumer-group,kafka.workPartitions=5"};
        TopicPlan plan =
                new TopicPlan(List.of(TenantId.DEFAULT, new TenantId("acme")), List.of(new PoolId("main")), 12, 12, 5);

        Rendered byStrimzi = chart.rendered("secured", values);
        Rendered byJob = chart.rendered("minimal", values);

        assertThat(Planned.topics(byStrimzi.kind("KafkaTopic"))).isEqualTo(Planned.plan(plan.specs()));
        assertThat(arguments(byJob.kind("Job").getFirst().path("spec").path("template")))
                .containsSubsequence("--queue", "consumer-group", "--work-partitions", "5");
        assertThat(arguments(byJob.one("Pod", "demo-ponder-test-topics")))
                .containsSubsequence("--work-partitions", "5", "--check");
    }

    private static List<String> arguments(JsonNode pod) {
        return pod.at("/spec/containers/0/args")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void leavesTopicsToStrimziAndTheGroupToTheJob() {
        JsonNode job = chart.rendered("secured").kind("Job").getFirst();

        assertThat(job.at("/spec/template/spec/containers/0/args"))
                .extracting(JsonNode::asText)
                .contains("--group-only");
    }

    @Test
    void keepsTopicsWhenTheReleaseGoes() {
        assertThat(chart.rendered("secured").kind("KafkaTopic"))
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(topic.at("/metadata/annotations")
                                .path("helm.sh/resource-policy")
                                .asText())
                        .isEqualTo("keep"));
    }

    @Test
    void speaksTheNewestVersionOfStrimzi() {
        Rendered rendered = chart.rendered(
                "secured",
                "--api-versions",
                "kafka.strimzi.io/v1beta2/KafkaTopic",
                "--api-versions",
                "kafka.strimzi.io/v1/KafkaTopic");

        assertThat(rendered.kind("KafkaTopic"))
                .extracting(topic -> topic.path("apiVersion").asText())
                .containsOnly("kafka.strimzi.io/v1");
    }

    @Test
    void speaksTheOldVersionOfAnOldStrimzi() {
        Rendered rendered = chart.rendered("secured", "--api-versions", "kafka.strimzi.io/v1beta2/KafkaUser");

        assertThat(rendered.kind("KafkaUser"))
                .extracting(user -> user.path("apiVersion").asText())
                .containsOnly("kafka.strimzi.io/v1beta2");
    }
}
