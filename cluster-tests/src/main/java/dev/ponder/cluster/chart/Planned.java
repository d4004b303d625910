package dev.ponder.cluster.chart;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.access.Grant;
import dev.ponder.contracts.topic.TopicSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.common.resource.PatternType;

/** Grants and topics of the house and of Strimzi's objects, in one form, to be held against each other. Pure. */
final class Planned {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private Planned() {}

    /** The ACLs of a KafkaUser, an operation a line. */
    static Set<String> acls(JsonNode user) {
        Set<String> lines = new TreeSet<>();
        for (JsonNode acl : user.at("/spec/authorization/acls")) {
            JsonNode resource = acl.path("resource");
            for (JsonNode operation : acl.path("operations")) {
                lines.add(line(
                        snake(resource.path("type").asText()),
                        resource.path("patternType").asText().equals("prefix") ? "PREFIXED" : "LITERAL",
                        resource.path("name").asText(),
                        snake(operation.asText())));
            }
        }
        return lines;
    }

    /** The same of what module access says. */
    static Set<String> acls(List<Grant> grants) {
        return grants.stream()
                .map(grant -> line(
                        grant.type().name(),
                        grant.pattern() == PatternType.PREFIXED ? "PREFIXED" : "LITERAL",
                        grant.name(),
                        grant.operation().name()))
                .collect(toCollection(TreeSet::new));
    }

    /** {@code DescribeConfigs} is {@code DESCRIBE_CONFIGS}. */
    static String snake(String camel) {
        return HUMP.matcher(camel).replaceAll("_").toUpperCase(Locale.ROOT);
    }

    private static String line(String type, String pattern, String name, String operation) {
        return "%s %s %s: %s".formatted(type, pattern, name, operation);
    }

    /** Partitions and settings of KafkaTopics by the topic's name. */
    static Map<String, String> topics(List<JsonNode> objects) {
        Map<String, String> topics = new TreeMap<>();
        objects.forEach(one -> {
            Map<String, String> configs = new HashMap<>();
            one.at("/spec/config")
                    .properties()
                    .forEach(entry ->
                            configs.put(entry.getKey(), entry.getValue().asText()));
            topics.put(
                    one.at("/spec/topicName").asText(),
                    form(one.at("/spec/partitions").asInt(), configs));
        });
        return topics;
    }

    /** The same of the plan. */
    static Map<String, String> plan(List<TopicSpec> specs) {
        Map<String, String> topics = new TreeMap<>();
        specs.forEach(spec -> topics.put(spec.name(), form(spec.partitions(), spec.configs())));
        return topics;
    }

    private static String form(int partitions, Map<String, String> configs) {
        return partitions + " partitions, " + new TreeMap<>(configs);
    }
}
