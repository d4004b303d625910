package dev.ponder.local.erasure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** What must be known of topics before they are touched. One thread; the client stays the caller's. */
final class TopicFacts {

    private final Admin admin;

    TopicFacts(Admin admin) {
        this.admin = admin;
    }

    /** The topics that this client may see. */
    Set<String> visible() throws InterruptedException {
        return Answers.await(admin.listTopics().names(), "listing topics");
    }

    List<TopicPartition> partitions(String topic) throws InterruptedException {
        Map<String, TopicDescription> found =
                Answers.await(admin.describeTopics(List.of(topic)).allTopicNames(), "describing " + topic);
        return found.values().stream()
                .flatMap(one -> one.partitions().stream())
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    /** Offsets by partition. */
    Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = partitions.stream().collect(Collectors.toMap(one -> one, _ -> spec));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                Answers.await(admin.listOffsets(asked).all(), "listing offsets");
        Map<TopicPartition, Long> offsets = new HashMap<>();
        found.forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    Retention retention(String topic) throws InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Map<String, String> configs = new HashMap<>();
        Answers.await(admin.describeConfigs(List.of(resource)).all(), "reading the settings of " + topic)
                .values()
                .forEach(config -> config.entries().forEach(entry -> configs.put(entry.name(), entry.value())));
        return Retention.of(configs);
    }
}
