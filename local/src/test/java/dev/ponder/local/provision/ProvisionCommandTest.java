package dev.ponder.local.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.local.FrontDoor;
import dev.ponder.local.broker.LocalBroker;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class ProvisionCommandTest {

    @Test
    void laysTheTopicsOfTenantsAndPoolsAndSetsUpTheShareGroup() throws Exception {
        String bootstrap = LocalBroker.shared();

        int code = FrontDoor.execute(
                "provision",
                "--bootstrap=" + bootstrap,
                "--tenant=laid-tenant",
                "--pool=laid-pool",
                "--partitions=2",
                "--group=laid-group");

        assertThat(code).isZero();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Set<String> topics = admin.listTopics().names().get();
            assertThat(topics).contains("reasoning.requests.laid-tenant", "reasoning.work.laid-pool.interactive");
            ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, "laid-group");
            assertThat(admin.describeConfigs(Set.of(group)).all().get().values())
                    .singleElement()
                    .satisfies(config -> assertThat(config.entries())
                            .anyMatch(entry -> entry.name().equals("share.auto.offset.reset")
                                    && entry.value().equals("earliest")));
        }
    }

    @Test
    void leavesWhatIsThereWhenItIsCalledAgain() {
        String bootstrap = LocalBroker.shared();

        FrontDoor.execute("provision", "--bootstrap=" + bootstrap, "--tenant=twice");
        int again = FrontDoor.execute("provision", "--bootstrap=" + bootstrap, "--tenant=twice", "--partitions=3");

        assertThat(again).isZero();
    }
}
