package dev.ponder.it.brokers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.it.chain.Asker;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.ProcessTree;
import dev.ponder.local.launch.Stack;
import dev.ponder.local.launch.StackExtras;
import dev.ponder.local.launch.StackLauncher;
import dev.ponder.local.launch.StackSettings;
import dev.ponder.mechanics.time.Ticker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three brokers, and the leader of the work that runs is killed. */
@SuppressWarnings("NullAway.Init") // start() sets the fields before any test
class LeaderChangeIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final int QUESTIONS = 40;
    private static final int VICTIM = 2;
    private static final TopicPartition WORK =
            new TopicPartition(Topics.work(new PoolId("main"), SloClass.STANDARD), 0);

    @TempDir
    static Path dir;

    private static ThreeBrokers brokers;
    private static ProcessTree tree;
    private static Stack stack;
    private static Asker asker;

    @BeforeAll
    static void start() throws Exception {
        brokers = ThreeBrokers.start(dir);
        lay();
        tree = ProcessTree.plant(Ticker.system());
        List<String> shard = List.of("--brain", "synthetic", "--itl-base-ms", "15", "--itl-per-sequence-ms", "0");
        StackExtras extras = new StackExtras(Map.of(), Map.of(), shard, Map.of(), Optional.of(brokers.bootstrap()));
        stack = new StackLauncher(Checkout.current(), tree, Ticker.system(), _ -> {})
                .start(StackSettings.DEFAULT.withExtras(extras));
        asker = new Asker(brokers.bootstrap());
    }

    private static void lay() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers.bootstrap()))) {
            TopicProvisioner provisioner = new TopicProvisioner(admin);
            provisioner.ensureTopics(new TopicPlan(List.of(TenantId.DEFAULT), List.of(new PoolId("main")), 3).specs());
            provisioner.ensureShareGroup("ponder-reasoner", Duration.ofSeconds(15));
            admin.alterPartitionReassignments(
                            Map.of(WORK, Optional.of(new NewPartitionReassignment(List.of(VICTIM, 3, 1)))))
                    .all()
                    .get();
            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
                // Refused while the replicas catch up, and where it leads already.
                var _ = admin.electLeaders(ElectionType.PREFERRED, Set.of(WORK))
                        .partitions()
                        .get();
                assertThat(leader()).isEqualTo(VICTIM);
            });
        }
    }

    @AfterAll
    static void stop() throws Exception {
        asker.close();
        stack.close();
        tree.close();
        brokers.stop();
    }

    @Test
    void losesAndDoublesNothingWhenTheLeaderOfTheWorkIsKilled() throws Exception {
        // Given
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            asked.add(ask());
            Thread.sleep(BETWEEN);
            if (i == QUESTIONS / 2) {
                // When
                assertThat(leader()).isEqualTo(VICTIM);
                brokers.kill(VICTIM);
            }
        }
        // Then
        assertThat(asked).allSatisfy(id -> assertThat(answer(id)).matches("42|10\\d"));
        assertThat(leader()).isNotEqualTo(VICTIM);
        brokers.restart(VICTIM);
        String after = ask();
        assertThat(asker.resultOf(after, PATIENCE).isError()).isFalse();
        assertThat(asker.doubled()).isEmpty();
    }

    private static String ask() {
        String id = asker.newId();
        asker.ask("{\"id\":\"" + id + "\",\"input_text\":\"Say tokens=100\","
                + "\"ponder\":{\"cache\":\"bypass\",\"slo_class\":\"standard\"}}");
        return id;
    }

    private static String answer(String id) {
        return asker.resultOf(id, PATIENCE).body().at("/ponder/answer").asText();
    }

    private static int leader() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers.bootstrap()))) {
            return admin.describeTopics(List.of(WORK.topic()))
                    .allTopicNames()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .partitions()
                    .getFirst()
                    .leader()
                    .id();
        }
    }
}
