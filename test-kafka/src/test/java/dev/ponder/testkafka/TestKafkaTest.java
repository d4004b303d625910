package dev.ponder.testkafka;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.local.broker.SingleNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whichever Kafka was decided on, it is set as the house wants it. */
class TestKafkaTest {

    @Test
    void isSetAsTheHouseWantsIt() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestKafka.shared()))) {
            assertThat(settings(admin)).containsAllEntriesOf(SingleNode.keys());
        }
    }

    @Test
    void sharesOneBroker() {
        assertThat(TestKafka.shared()).isEqualTo(TestKafka.shared());
    }

    @Test
    void startsOneOfATestsOwnWithItsOwnKeys(@TempDir Path dir) throws Exception {
        try (TestBroker own = TestKafka.fresh(dir, Map.of("group.share.partition.max.record.locks", "100"));
                Admin admin = Admin.create(Map.of("bootstrap.servers", own.bootstrap()))) {
            assertThat(own.bootstrap()).isNotEqualTo(TestKafka.shared());
            assertThat(settings(admin)).containsEntry("group.share.partition.max.record.locks", "100");
        }
    }

    @Test
    void startsOneInThisJvmWhereAContainerWouldNotDo(@TempDir Path dir) throws Exception {
        try (var broker = TestKafka.embedded(dir, Map.of(), "this test looks at its log");
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
            assertThat(dir.resolve("log")).isDirectory();
        }
    }

    private static Map<String, String> settings(Admin admin) throws Exception {
        ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
        Map<String, String> found = new HashMap<>();
        for (ConfigEntry entry : requireNonNull(
                        admin.describeConfigs(Set.of(broker)).all().get().get(broker))
                .entries()) {
            if (entry.value() != null) {
                found.put(entry.name(), entry.value());
            }
        }
        return found;
    }
}
