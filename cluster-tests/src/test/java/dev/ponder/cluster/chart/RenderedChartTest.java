package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.access.AccessPlan;
import dev.ponder.access.Role;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The plan of topics and the table of rights stand in the chart once more: here both are held against the house's, without a cluster. */
class RenderedChartTest {

    private static final List<TenantId> TENANTS = List.of(TenantId.DEFAULT, new TenantId("acme"));
    private static final List<PoolId> POOLS = List.of(new PoolId("main"));

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
    void lintsWithEachProfile() {
        assertThat(Chart.PROFILES)
                .allSatisfy(profile -> assertThat(chart.lint(profile).ok()).isTrue());
    }
}
