package dev.ponder.local.broker;

import dev.ponder.contracts.topic.TopicSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Lays topics and share groups on a broker. What is there already stays as it is. The caller owns the {@link Admin}; one
 * thread at a time.
 */
public final class TopicProvisioner {

    private final Admin admin;

    /** Lays on the broker that {@code admin} speaks to. */
    public TopicProvisioner(Admin admin) {
        this.admin = admin;
    }

    /**
     * Makes sure that all the topics are there, in one request; a new one gets as many replicas as the broker gives by default,
     * one that is there keeps its partitions and settings.
     *
     * @throws ProvisioningException if the broker refuses
     */
    public void ensureTopics(Collection<TopicSpec> specs) throws InterruptedException {
        List<NewTopic> topics = specs.stream().map(TopicProvisioner::wanted).toList();
        for (Map.Entry<String, KafkaFuture<Void>> created :
                admin.createTopics(topics).values().entrySet()) {
            try {
                created.getValue().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new ProvisioningException("cannot create topic " + created.getKey(), e.getCause());
                }
            }
        }
    }

    /**
     * Sets a share group up so that it reads from the first record on (the broker's default is the newest, which skips the
     * jobs that came before the group), and sets how long an acquired record is locked. The group need not exist yet.
     */
    public void ensureShareGroup(String group, Duration recordLock) throws InterruptedException {
        List<AlterConfigOp> keys = new ArrayList<>();
        keys.add(set("share.auto.offset.reset", "earliest"));
        keys.add(set("share.record.lock.duration.ms", String.valueOf(recordLock.toMillis())));
        ConfigResource resource = new ConfigResource(ConfigResource.Type.GROUP, group);
        try {
            admin.incrementalAlterConfigs(Map.of(resource, keys)).all().get();
        } catch (ExecutionException e) {
            throw new ProvisioningException("cannot set share group " + group, e.getCause());
        }
    }

    private static NewTopic wanted(TopicSpec spec) {
        return new NewTopic(spec.name(), Optional.of(spec.partitions()), Optional.empty()).configs(spec.configs());
    }

    private static AlterConfigOp set(String key, String value) {
        return new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
    }
}
