package dev.ponder.autoscaler.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.autoscaler.actuation.Answer;
import dev.ponder.autoscaler.actuation.ScaleTarget;
import dev.ponder.autoscaler.actuation.ScaleView;
import dev.ponder.autoscaler.pool.TargetConfig;

/** The scale sub-resource of whatever has one: Deployments, LeaderWorkerSets, StatefulSets. Any thread. */
public final class ScaleResource implements ScaleTarget {

    private final ClusterHttp http;
    private final String namespace;
    private final String name;
    private final String path;

    /** Reads and writes the target's. */
    public ScaleResource(ClusterHttp http, TargetConfig target) {
        this.http = http;
        this.namespace = target.namespace();
        this.name = target.name();
        this.path =
                "/apis/%s/namespaces/%s/%s/%s/scale".formatted(target.apiVersion(), namespace, target.resource(), name);
    }

    @Override
    public Answer<ScaleView> read() throws InterruptedException {
        return http.get(path).map(ScaleResource::view);
    }

    @Override
    public Answer<ScaleView> write(ScaleView seen, int replicas) throws InterruptedException {
        ObjectNode scale = JsonNodeFactory.instance.objectNode();
        scale.put("apiVersion", "autoscaling/v1").put("kind", "Scale");
        scale.putObject("metadata")
                .put("name", name)
                .put("namespace", namespace)
                .put("resourceVersion", seen.version());
        scale.putObject("spec").put("replicas", replicas);
        return http.put(path, scale).map(ScaleResource::view);
    }

    /** A count of 0 is left out on the wire. */
    private static ScaleView view(JsonNode scale) {
        return new ScaleView(
                scale.path("spec").path("replicas").asInt(0),
                scale.path("status").path("selector").asText(""),
                scale.path("metadata").path("resourceVersion").asText(""));
    }
}
