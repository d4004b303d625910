package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.cluster.site.Cluster;
import dev.ponder.cluster.site.OnCluster;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said of Secrets that an operator lays where no pod of the release can read them. */
@OnCluster
final class NoteChecks {

    private static final String SECURED = "--set=strimzi.cluster=kafka,strimzi.users=true,kafka.tls.enabled=true,"
            + "kafka.auth.type=tls,kafka.bootstrapServers=";
    private static final String USERS = "Strimzi makes the Secrets demo-ponder-* in namespace ";
    private static final String AUTHORITY = "Secret kafka-cluster-ca-cert in namespace ";

    private final Chart chart;

    NoteChecks(Cluster cluster) {
        Ground.strimzi(cluster); // helm wants to know the kinds, though it lays nothing
        this.chart = new Chart(cluster::helm);
    }

    @Test
    void asksForBothSecretsWhereTheKafkaIsElsewhere() {
        assertThat(notes(SECURED, "--set=strimzi.namespace=kafka"))
                .contains(USERS + "kafka; pods read them in llm")
                .contains(AUTHORITY + "kafka; pods read it in llm");
    }

    @Test
    void asksForTheAuthorityAloneWhereTheUserOperatorWatchesTheRelease() {
        assertThat(notes(SECURED, "--set=strimzi.namespace=kafka,strimzi.userNamespace=llm"))
                .doesNotContain(USERS)
                .contains(AUTHORITY + "kafka");
    }

    @Test
    void asksForTheAuthorityWhereLoginsComeFromElsewhere() {
        assertThat(notes("--set=strimzi.cluster=kafka,strimzi.namespace=kafka,kafka.tls.enabled=true"))
                .doesNotContain(USERS)
                .contains(AUTHORITY + "kafka");
    }

    @Test
    void asksForNothingWhereAllLiesTogether() {
        assertThat(notes(SECURED)).doesNotContain(USERS).doesNotContain(AUTHORITY);
    }

    private String notes(String... values) {
        return chart.notes(
                "minimal",
                Stream.concat(Stream.of("--namespace=llm"), Stream.of(values)).toArray(String[]::new));
    }
}
