package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.access.AccessPlan;
import dev.ponder.access.Grant;
import dev.ponder.access.Role;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan of topics and the table of rights stand in the chart once more: here both are held against the house's, without a cluster. */
class RenderedChartTest {

    private static final List<TenantId> TENANTS = List.of(TenantId.DEFAULT, new TenantId("acme"));
    private static final List<PoolId> POOLS = List.of(new PoolId("main"));

    private static final String[] CONSUMERS = {"--set", "kafka.queue=consumer-group"};
    private static final String SETUP = "/spec/template/spec/containers/0/args";
    private static final Pattern MISSED = Pattern.compile("absent\\(up\\{job=\\W*([a-z-]+)");

    private final Chart chart = Helm.chart();

    /** What the autoscaler's role lets it do, a rule a line. */
    private static List<String> rules(Rendered rendered) {
        return StreamSupport.stream(
                        rendered.one("Role", "demo-ponder-autoscaler")
                                .path("rules")
                                .spliterator(),
                        false)
                .map(rule -> rule.at("/resources/0").asText() + " " + arguments(rule.path("verbs")))
                .toList();
    }

    private static List<String> arguments(JsonNode args) {
        return StreamSupport.stream(args.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void laysTheTopicsOfThePlan() {
        Rendered rendered = chart.rendered("secured");

        assertThat(Planned.topics(rendered.kind("KafkaTopic")))
                .isEqualTo(Planned.plan(new TopicPlan(TENANTS, POOLS, 12).specs()));
    }

    /** Where a request is looked for by its key the number must not change with the load. */
    @Test
    void growsNoTopicOfSettlementWithTheOthers() {
        Rendered rendered = chart.rendered("secured", "--set", "kafka.partitions=24");

        assertThat(Planned.topics(rendered.kind("KafkaTopic")))
                .isEqualTo(Planned.plan(new TopicPlan(TENANTS, POOLS, 24, 12).specs()));
        assertThat(arguments(rendered.kind("Job").getFirst().at(SETUP)))
                .containsSequence("--partitions", "24", "--settlement-partitions", "12");
    }

    @Test
    void grantsWhatTheTableSays() {
        Rendered rendered = chart.rendered("secured");
        AccessPlan plan = new AccessPlan(TENANTS, POOLS);

        assertThat(List.of(Role.ROUTER, Role.REASONER, Role.CACHE, Role.AUTOSCALER, Role.OPERATOR, Role.ERASER))
                .allSatisfy(role -> assertThat(Planned.acls(rendered.one(
                                "KafkaUser", "demo-ponder-" + role.name().toLowerCase(Locale.ROOT))))
                        .isEqualTo(Planned.acls(plan.of(role))));
    }

    @Test
    void tellsTheSetupJobHowReasonersTakeWork() {
        Rendered rendered = chart.rendered("minimal", CONSUMERS);

        assertThat(arguments(rendered.kind("Job").getFirst().at(SETUP))).containsSequence("--queue", "consumer-group");
        assertThat(arguments(rendered.one("Pod", "demo-ponder-test-topics").at("/spec/containers/0/args")))
                .containsSequence("--queue", "consumer-group")
                .contains("--check");
        assertThat(arguments(chart.rendered("minimal").kind("Job").getFirst().at(SETUP)))
                .containsSequence("--queue", "share-group");
    }

    /** Strimzi lays the topics, and the brokers know no setting of that group. */
    @Test
    void runsNoSetupJobThatHasNothingToSetUp() {
        Rendered rendered = chart.rendered("secured", CONSUMERS);

        assertThat(rendered.kind("Job")).isEmpty();
        assertThat(Planned.acls(rendered.one("KafkaUser", "demo-ponder-setup")))
                .containsExactly("TOPIC PREFIXED reasoning.: DESCRIBE", "TOPIC PREFIXED reasoning.: DESCRIBE_CONFIGS");
    }

    @Test
    void grantsReasonersInAConsumerGroupAllButItsSettings() {
        Rendered rendered = chart.rendered("secured", CONSUMERS);
        List<Grant> table = new AccessPlan(TENANTS, POOLS)
                .of(Role.REASONER).stream()
                        .filter(grant -> grant.type() != ResourceType.GROUP
                                || grant.operation() != AclOperation.DESCRIBE_CONFIGS)
                        .toList();

        assertThat(Planned.acls(rendered.one("KafkaUser", "demo-ponder-reasoner")))
                .contains("GROUP LITERAL ponder-reasoner: READ")
                .isEqualTo(Planned.acls(table));
    }

    @Test
    void letsAnAutoscalerMarkThePodsOfDeploymentsThatItWrites() {
        assertThat(rules(chart.rendered("minimal")))
                .contains("pods [list, patch]", "leases [create]", "leases [get, update, patch]");
    }

    /** Only replica sets ask what it costs to delete a pod. */
    @Test
    void letsNobodyPatchPodsForGroupsOfPods() {
        assertThat(rules(chart.rendered("distributed")))
                .contains("leaderworkersets/scale [get, update]", "pods [list]", "leases [create]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"keda", "hpa"})
    void letsAnAutoscalerThatWritesNothingReadAlone(String profile) {
        assertThat(rules(chart.rendered(profile))).containsExactly("deployments/scale [get]", "pods [list]");
    }

    @Test
    void missesServicesByTheNamesThatTheirTargetsGet() {
        Rendered rendered = chart.rendered("hpa");
        JsonNode relabelled = rendered.one("PodMonitor", "demo-ponder").at("/spec/podMetricsEndpoints/0/relabelings/0");
        String prefix = relabelled.path("replacement").asText().replace("$1", "");

        List<String> missed = MISSED.matcher(rendered.kind("PrometheusRule").toString())
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(relabelled.path("targetLabel").asText()).isEqualTo("job");
        assertThat(relabelled.at("/sourceLabels/0").asText())
                .isEqualTo("__meta_kubernetes_pod_label_app_kubernetes_io_component");
        assertThat(missed).containsExactlyInAnyOrder("ponder-router", "ponder-cache");
        assertThat(rendered.pods()
                        .map(pod -> prefix
                                + pod.at("/metadata/labels/app.kubernetes.io~1component")
                                        .asText()))
                .containsAll(missed)
                .contains("ponder-autoscaler");
    }

    @Test
    void missesNobodyWhoIsNotInstalled() {
        Rendered all = chart.rendered("minimal", "--set", "monitoring.rules=true");
        Rendered alone = chart.rendered(
                "minimal",
                "--set",
                "monitoring.rules=true,cache.enabled=false,reasoner.poolDefaults.scaling.mode=none");

        assertThat(ruleGroups(all))
                .containsExactlyInAnyOrder(
                        "ponder-alerts", "ponder-autoscaler", "ponder-cache", "ponder-money", "ponder-slo");
        assertThat(ruleGroups(alone)).containsExactlyInAnyOrder("ponder-alerts", "ponder-money", "ponder-slo");
    }

    private static List<String> ruleGroups(Rendered rendered) {
        return rendered.kind("PrometheusRule").stream()
                .map(one -> one.at("/spec/groups/0/name").asText())
                .toList();
    }

    @Test
    void lintsWithEachProfile() {
        assertThat(Chart.PROFILES)
                .allSatisfy(profile -> assertThat(chart.lint(profile).ok()).isTrue());
    }
}
