package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.access.AccessPlan;
import dev.ponder.access.Role;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The plan of topics and the table of rights stand in the chart once more: here both are held against the house's, without a cluster. */
class RenderedChartTest {

    private static final List<TenantId> TENANTS = List.of(TenantId.DEFAULT, new TenantId("acme"));
    private static final List<PoolId> POOLS = List.of(new PoolId("main"));

    private static final Pattern MISSED = Pattern.compile("absent\\(up\\{job=\\W*([a-z-]+)");

    private final Chart chart = Helm.chart();

    @Test
    void laysTheTopicsOfThePlan() {
        Rendered rendered = chart.rendered("secured");

        assertThat(Planned.topics(rendered.kind("KafkaTopic")))
                .isEqualTo(Planned.plan(new TopicPlan(TENANTS, POOLS, 12).specs()));
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

        assertThat(rules(all))
                .containsExactlyInAnyOrder(
                        "ponder-alerts", "ponder-autoscaler", "ponder-cache", "ponder-money", "ponder-slo");
        assertThat(rules(alone)).containsExactlyInAnyOrder("ponder-alerts", "ponder-money", "ponder-slo");
    }

    private static List<String> rules(Rendered rendered) {
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
