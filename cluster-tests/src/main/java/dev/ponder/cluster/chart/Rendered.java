package dev.ponder.cluster.chart;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Objects as helm made them.
 *
 * @param objects each as JSON
 */
record Rendered(List<JsonNode> objects) {

    private static final Pattern BETWEEN = Pattern.compile("(?m)^---\\s*$");

    Rendered {
        objects = List.copyOf(objects);
    }

    static Rendered of(String yaml) {
        return new Rendered(BETWEEN.splitAsStream(yaml)
                .filter(document -> document.lines().anyMatch(line -> !line.isBlank() && !line.startsWith("#")))
                .map(document -> Serialization.unmarshal(document, JsonNode.class))
                .toList());
    }

    List<JsonNode> kind(String kind) {
        return objects.stream()
                .filter(one -> one.path("kind").asText().equals(kind))
                .toList();
    }

    /** The one object of a kind and name. */
    JsonNode one(String kind, String name) {
        List<JsonNode> found =
                kind(kind).stream().filter(one -> name(one).equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError(
                    "there are " + found.size() + " objects " + kind + " " + name + ", but of that kind "
                            + kind(kind).stream().map(Rendered::name).toList());
        }
        return found.getFirst();
    }

    /** The settings file of a service. */
    String settings(String name) {
        return one("ConfigMap", name).at("/data/application.properties").asText();
    }

    /** The pod of each workload, test and job. */
    Stream<JsonNode> pods() {
        return objects.stream().flatMap(one -> switch (one.path("kind").asText()) {
            case "Pod" -> Stream.of(one);
            case "Deployment", "StatefulSet", "Job" -> Stream.of(one.at("/spec/template"));
            default -> Stream.empty();
        });
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }
}
