package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.cluster.site.OnCluster;
import dev.ponder.cluster.site.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the accounts of an installed release may do, as the server's own authoriser says. */
@OnCluster(restricted = true)
final class RightsChecks {

    private final Site site;

    RightsChecks(Site site) {
        this.site = site;
    }

    @BeforeAll
    void install() {
        Ground.volumes(site);
        site.helm(
                        "install",
                        "demo",
                        Chart.folder().toString(),
                        "--values",
                        Chart.profile("minimal").toString(),
                        "--set",
                        "cache.enabled=false")
                .orFail();
    }

    @AfterAll
    void take() {
        Ground.noVolumes(site);
    }

    @ParameterizedTest
    @CsvSource({
        "autoscaler, get,    deployments/demo-ponder-reasoner-main, scale, yes",
        "autoscaler, update, deployments/demo-ponder-reasoner-main, scale, yes",
        "autoscaler, update, deployments/demo-ponder-autoscaler,    scale, no",
        "autoscaler, update, deployments/demo-ponder-reasoner-main, '',    no",
        "autoscaler, list,   pods,                                  '',    yes",
        "autoscaler, patch,  pods,                                  '',    yes",
        "autoscaler, delete, pods,                                  '',    no",
        "autoscaler, create, leases.coordination.k8s.io,            '',    yes",
        "autoscaler, update, leases.coordination.k8s.io/demo-ponder-autoscaler, '', yes",
        "autoscaler, update, leases.coordination.k8s.io/other,      '',    no",
        "autoscaler, get,    secrets,                               '',    no",
        "router,     list,   pods,                                  '',    no",
        "reasoner,   get,    secrets,                               '',    no",
    })
    void letsAnAccount(String account, String verb, String resource, String part, String answer) {
        String who = "system:serviceaccount:" + site.namespace() + ":demo-ponder-" + account;
        String said = part.isEmpty()
                ? site.kubectl("auth", "can-i", verb, resource, "--as", who).out()
                : site.kubectl("auth", "can-i", verb, resource, "--subresource", part, "--as", who)
                        .out();

        assertThat(said.strip()).isEqualTo(answer);
    }
}
