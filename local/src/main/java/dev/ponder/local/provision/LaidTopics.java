package dev.ponder.local.provision;

import dev.ponder.local.broker.ProvisioningException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Reads from a broker how topics and groups are laid. The caller owns the {@link Admin}; one thread at a time. */
final class LaidTopics {

    private final Admin admin;

    LaidTopics(Admin admin) {
        this.admin = admin;
    }

    /**
     * Those of the topics that are there.
     *
     * @throws ProvisioningException if the broker does not tell
     */
    Map<String, LaidTopic> read(Collection<String> names) throws InterruptedException {
        Map<String, TopicDescription> there = new HashMap<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> asked :
                admin.describeTopics(names).topicNameValues().entrySet()) {
            described(asked.getKey(), asked.getValue()).ifPresent(found -> there.put(asked.getKey(), found));
        }
        Map<ConfigResource, Map<String, String>> settings =
                configs(there.keySet().stream().map(LaidTopics::topic).toList());
        Map<String, LaidTopic> laid = new HashMap<>();
        there.forEach((name, found) -> laid.put(
                name, new LaidTopic(name, found.partitions().size(), settings.getOrDefault(topic(name), Map.of()))));
        return laid;
    }

    /** The settings of a group that differ from what it would do by itself or not. */
    Map<String, String> group(String group) throws InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.GROUP, group);
        return configs(List.of(resource)).getOrDefault(resource, Map.of());
    }

    private static ConfigResource topic(String name) {
        return new ConfigResource(ConfigResource.Type.TOPIC, name);
    }

    private static Optional<TopicDescription> described(String name, KafkaFuture<TopicDescription> answer)
            throws InterruptedException {
        try {
            return Optional.of(answer.get());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw new ProvisioningException("cannot describe topic " + name, failed.getCause());
        }
    }

    private Map<ConfigResource, Map<String, String>> configs(Collection<ConfigResource> resources)
            throws InterruptedException {
        try {
            Map<ConfigResource, Map<String, String>> found = new HashMap<>();
            admin.describeConfigs(resources)
                    .all()
                    .get()
                    .forEach((resource, config) -> found.put(resource, set(config)));
            return found;
        } catch (ExecutionException failed) {
            throw new ProvisioningException("cannot read the settings of " + resources, failed.getCause());
        }
    }

    private static Map<String, String> set(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }
}
