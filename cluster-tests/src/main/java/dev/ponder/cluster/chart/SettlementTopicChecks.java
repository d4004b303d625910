package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.cluster.site.OnCluster;
import dev.ponder.cluster.site.Said;
import dev.ponder.cluster.site.Site;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That an upgrade does not have Strimzi grow the topics in which requests are looked for by their keys. */
@OnCluster
final class SettlementTopicChecks {

    private final Site site;

    SettlementTopicChecks(Site site) {
        this.site = site;
    }

    @BeforeAll
    void layAsTheyWereAtFirst() {
        Ground.strimzi(site.cluster());
        for (String topic : List.of("reasoning.outcomes", "reasoning.register", "reasoning.requests")) {
            site.apply("""
                    apiVersion: kafka.strimzi.io/v1
                    kind: KafkaTopic
                    metadata: {name: %s, labels: {strimzi.io/cluster: kafka}}
                    spec: {partitions: 12, replicas: 3}
                    """.formatted(topic)).orFail();
        }
    }

    @Test
    void refusesAnotherNumberThanTheyHave() {
        String refused = tried("--set", "kafka.settlementPartitions=24").refusal();

        assertThat(refused)
                .contains("kafka.settlementPartitions is 24")
                .contains("reasoning.outcomes has 12, reasoning.register has 12")
                .contains("docs/sizing.md");
    }

    @Test
    void letsTheOthersGrow() {
        assertThat(tried("--set", "kafka.partitions=24").orFail())
                .contains("name: reasoning.requests")
                .contains("partitions: 24");
    }

    private Said tried(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "template",
                "demo",
                Chart.folder().toString(),
                "--values",
                Chart.profile("secured").toString(),
                "--show-only",
                "templates/kafka/topics.yaml",
                "--dry-run=server"));
        words.addAll(List.of(more));
        return site.helm(words.toArray(String[]::new));
    }
}
