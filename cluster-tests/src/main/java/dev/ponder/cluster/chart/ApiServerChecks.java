package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.cluster.site.OnCluster;
import dev.ponder.cluster.site.Site;
import org.junit.jupiter.api.Test;

/** That the ground is what the other checks take it for. */
@OnCluster(restricted = true)
final class ApiServerChecks {

    private final Site site;

    ApiServerChecks(Site site) {
        this.site = site;
    }

    @Test
    void refusesAPodThatIsNotRestricted() {
        String refusal =
                site.kubectl("run", "bare", "--image=example.invalid/bare:1").refusal();

        assertThat(refusal).contains("violates PodSecurity \"restricted");
    }

    @Test
    void refusesAFieldThatItDoesNotKnow() {
        String refusal = site.apply("{apiVersion: v1, kind: ConfigMap, metadata: {name: askew}, dta: {}}")
                .refusal();

        assertThat(refusal).contains("unknown field");
    }

    @Test
    void answersHelm() {
        assertThat(site.helm("list", "--output", "json").orFail()).isEqualTo("[]");
    }
}
