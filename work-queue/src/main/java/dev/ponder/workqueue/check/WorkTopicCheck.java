package dev.ponder.workqueue.check;

import dev.ponder.workqueue.WorkLane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Asks the broker whether work topics and their groups are as they must be; to be called before a queue opens. The caller owns the
 * {@link Admin}; one thread at a time.
 */
public final class WorkTopicCheck {

    private static final int LOOKS = 10;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Admin admin;

    /** Asks the broker that {@code admin} speaks to. */
    public WorkTopicCheck(Admin admin) {
        this.admin = admin;
    }

    /**
     * Judges all lanes.
     *
     * @throws KafkaException if the broker does not answer, or has no such topic
     */
    public Fitness judge(Collection<WorkLane> lanes, QueueMode mode) throws InterruptedException {
        List<String> topics = lanes.stream().map(WorkLane::topic).distinct().toList();
        Map<ConfigResource, Map<String, String>> configs = configs(lanes, mode);
        List<Fault> faults = new ArrayList<>();
        for (TopicDescription topic : descriptions(topics)) {
            Map<String, String> found =
                    configs.getOrDefault(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), Map.of());
            faults.addAll(WorkTopicRules.topic(topic.name(), topic.partitions().size(), found, mode));
        }
        configs.forEach((resource, found) -> {
            if (resource.type() == ConfigResource.Type.GROUP) {
                faults.addAll(WorkTopicRules.shareGroup(resource.name(), found));
            }
        });
        return Fitness.of(faults);
    }

    /**
     * Judges all lanes, for a rim that opens its queue only then. What is unfit is looked at again for a few seconds, since a setting
     * that was made a moment ago may not have come to the broker that answers.
     *
     * @throws UnfitWorkTopicException if anything stays unfit; the message names each key and its fix
     */
    public void requireFit(Collection<WorkLane> lanes, QueueMode mode) throws InterruptedException {
        Fitness fitness = judge(lanes, mode);
        for (int look = 1; look < LOOKS && fitness instanceof Fitness.Unfit; look++) {
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
            fitness = judge(lanes, mode);
        }
        switch (fitness) {
            case Fitness.Fit _ -> {}
            case Fitness.Unfit(List<Fault> faults) -> throw new UnfitWorkTopicException(faults);
        }
    }

    private Collection<TopicDescription> descriptions(List<String> topics) throws InterruptedException {
        try {
            return admin.describeTopics(topics).allTopicNames().get().values();
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "cannot describe work topics " + topics + "; the operator must have laid them: " + e.getCause(),
                    e.getCause());
        }
    }

    private Map<ConfigResource, Map<String, String>> configs(Collection<WorkLane> lanes, QueueMode mode)
            throws InterruptedException {
        List<ConfigResource> resources =
                lanes.stream().flatMap(lane -> resources(lane, mode)).distinct().toList();
        try {
            Map<ConfigResource, Map<String, String>> found = new HashMap<>();
            admin.describeConfigs(resources)
                    .all()
                    .get()
                    .forEach((resource, config) -> found.put(resource, set(config)));
            return found;
        } catch (ExecutionException e) {
            throw new KafkaException("cannot read the settings of " + resources, e.getCause());
        }
    }

    private static Stream<ConfigResource> resources(WorkLane lane, QueueMode mode) {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, lane.topic());
        return switch (mode) {
            case SHARE -> Stream.of(topic, new ConfigResource(ConfigResource.Type.GROUP, lane.group()));
            case GROUP -> Stream.of(topic);
        };
    }

    private static Map<String, String> set(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }
}
