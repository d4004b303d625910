package dev.ponder.reasoner.wiring;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.access.Grant;
import dev.ponder.workqueue.check.QueueMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkAccessTest {

    private static final Grant MEMBER = Grant.on(GROUP, "ponder-reasoner", READ);
    private static final Grant SETTINGS = Grant.on(GROUP, "ponder-reasoner", DESCRIBE_CONFIGS);

    @Test
    void readsTheSettingsOfAShareGroup() {
        List<Grant> needed = WorkAccess.needed(List.of(), QueueMode.SHARE);

        assertThat(needed).contains(MEMBER, SETTINGS);
    }

    /** A broker before share groups says of nobody that it may read a group's settings. */
    @Test
    void asksForNoSettingsOfAConsumerGroup() {
        List<Grant> needed = WorkAccess.needed(List.of(), QueueMode.GROUP);

        assertThat(needed)
                .contains(MEMBER, Grant.on(TOPIC, "reasoning.outcomes", READ))
                .doesNotContain(SETTINGS);
    }
}
