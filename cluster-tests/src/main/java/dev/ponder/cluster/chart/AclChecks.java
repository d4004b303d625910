package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.access.AccessPlan;
import dev.ponder.access.Role;
import dev.ponder.cluster.site.Cluster;
import dev.ponder.cluster.site.OnCluster;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That the KafkaUsers of the chart grant what module access says, which is what {@code ./ponder acls} prints, and nothing more. */
@OnCluster
final class AclChecks {

    private static final String[] MANY = {
        "--set", "reasoner.pools.math.shards.service=math", "--set", "reasoner.pools.main.scaling.mode=own"
    };

    private final Chart chart;

    AclChecks(Cluster cluster) {
        this.chart = new Chart(cluster::helm);
    }

    private static AccessPlan plan(String... tenants) {
        return new AccessPlan(
                Stream.of(tenants).map(TenantId::new).toList(), List.of(new PoolId("main"), new PoolId("math")));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TENANT")
    void grantsARoleWhatTheTableSays(Role role) {
        Rendered rendered = chart.rendered("secured", MANY);

        assertThat(Planned.acls(rendered.one("KafkaUser", user(role))))
                .isEqualTo(Planned.acls(plan("default", "acme").of(role)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TENANT")
    void grantsARoleWhatTheTableSaysWhereNobodyIsTheDefaultTenant(Role role) {
        Rendered rendered = chart.rendered("secured", with("tenants={acme,other}"));

        assertThat(Planned.acls(rendered.one("KafkaUser", user(role))))
                .isEqualTo(Planned.acls(plan("acme", "other").of(role)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "acme"})
    void grantsATenantWhatTheTableSays(String tenant) {
        Rendered rendered = chart.rendered("secured", MANY);

        assertThat(Planned.acls(rendered.one("KafkaUser", "demo-ponder-tenant-" + tenant)))
                .isEqualTo(Planned.acls(AccessPlan.ofTenant(new TenantId(tenant))));
    }

    @Test
    void makesUsersWhereTheUserOperatorLooks() {
        Rendered rendered =
                chart.rendered("secured", "--set", "strimzi.namespace=kafka", "--set", "strimzi.userNamespace=llm");

        assertThat(rendered.kind("KafkaUser")).allMatch(user -> namespace(user).equals("llm"));
        assertThat(rendered.kind("KafkaTopic"))
                .allMatch(topic -> namespace(topic).equals("kafka"));
    }

    @Test
    void grantsTheSetupJobNoRecord() {
        Rendered rendered = chart.rendered("secured", "--set", "strimzi.topics=false");

        assertThat(Planned.acls(rendered.one("KafkaUser", "demo-ponder-setup")))
                .containsExactly(
                        "GROUP LITERAL ponder-reasoner: ALTER_CONFIGS",
                        "GROUP LITERAL ponder-reasoner: DESCRIBE_CONFIGS",
                        "TOPIC PREFIXED reasoning.: CREATE",
                        "TOPIC PREFIXED reasoning.: DESCRIBE",
                        "TOPIC PREFIXED reasoning.: DESCRIBE_CONFIGS");
    }

    @Test
    void letsTheSetupJobLayNoTopicWhereStrimziDoes() {
        Rendered rendered = chart.rendered("secured");

        assertThat(Planned.acls(rendered.one("KafkaUser", "demo-ponder-setup")))
                .doesNotContain("TOPIC PREFIXED reasoning.: CREATE");
    }

    private static String[] with(String set) {
        return Stream.concat(Stream.of(MANY), Stream.of("--set", set)).toArray(String[]::new);
    }

    private static String namespace(JsonNode object) {
        return object.at("/metadata/namespace").asText();
    }

    private static String user(Role role) {
        return "demo-ponder-" + role.name().toLowerCase(Locale.ROOT);
    }
}
