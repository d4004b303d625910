package dev.ponder.workqueue.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.contracts.topic.TopicSpec;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.testkafka.TestKafka;
import dev.ponder.workqueue.WorkLane;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WorkTopicCheckTest {

    private static final Map<String, String> FOR_EVER = Map.of("retention.ms", "-1");

    private final Admin admin = Admin.create(Map.of("bootstrap.servers", TestKafka.shared()));
    private final TopicProvisioner provisioner = new TopicProvisioner(admin);
    private final WorkTopicCheck check = new WorkTopicCheck(admin);

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void passesATopicOfOnePartitionThatKeepsAllAndAGroupThatStartsAtTheFirst() throws Exception {
        WorkLane lane = new WorkLane("check-fit", "check-fit", 1);
        provisioner.ensureTopics(List.of(new TopicSpec(lane.topic(), 1, FOR_EVER)));
        provisioner.ensureShareGroup(lane.group(), Duration.ofSeconds(30));

        check.requireFit(List.of(lane), QueueMode.SHARE);

        assertThat(check.judge(List.of(lane), QueueMode.SHARE)).isEqualTo(new Fitness.Fit());
    }

    @Test
    void namesEveryFaultWithItsKeyAndFix() throws Exception {
        WorkLane lane = new WorkLane("check-unfit", "check-unfit", 1);
        provisioner.ensureTopics(List.of(
                new TopicSpec(lane.topic(), 2, Map.of("retention.bytes", "100", "cleanup.policy", "compact,delete"))));

        assertThatThrownBy(() -> check.requireFit(List.of(lane), QueueMode.SHARE))
                .isInstanceOf(UnfitWorkTopicException.class)
                .hasMessageContainingAll(
                        "topic check-unfit: partitions is 2",
                        "retention.ms is 604800000",
                        "retention.bytes is 100",
                        "cleanup.policy is compact,delete",
                        "group check-unfit: share.auto.offset.reset is latest",
                        "set it to earliest");
    }

    @Test
    void allowsAConsumerGroupManyPartitions() throws Exception {
        WorkLane lane = new WorkLane("check-group", "check-group", 1);
        provisioner.ensureTopics(List.of(new TopicSpec(lane.topic(), 4, FOR_EVER)));

        assertThat(check.judge(List.of(lane), QueueMode.GROUP)).isEqualTo(new Fitness.Fit());
    }

    @Test
    void namesATopicThatIsMissing() {
        WorkLane lane = new WorkLane("check-missing", "check-missing", 1);

        assertThatThrownBy(() -> check.judge(List.of(lane), QueueMode.GROUP))
                .isInstanceOf(KafkaException.class)
                .hasMessageContaining("check-missing");
    }
}
