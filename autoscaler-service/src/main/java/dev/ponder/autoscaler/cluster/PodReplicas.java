package dev.ponder.autoscaler.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.autoscaler.actuation.Answer;
import dev.ponder.autoscaler.actuation.CostMarks;
import dev.ponder.autoscaler.actuation.ScaleTarget;
import dev.ponder.autoscaler.actuation.ScaleView;
import dev.ponder.autoscaler.source.ReplicaSource;
import dev.ponder.autoscaler.source.SeenReplica;
import dev.ponder.scaling.observation.Reading;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The pods behind a scale target: read as replicas, and marked with what it costs to take them. Any thread. */
public final class PodReplicas implements ReplicaSource, CostMarks {

    private static final Logger LOGGER = Logger.getLogger(PodReplicas.class);
    private static final String COST = "controller.kubernetes.io/pod-deletion-cost";

    private final ClusterHttp http;
    private final ScaleTarget target;
    private final String pods;

    /** Looks at the pods of a target in a namespace. */
    public PodReplicas(ClusterHttp http, ScaleTarget target, String namespace) {
        this.http = http;
        this.target = target;
        this.pods = "/api/v1/namespaces/" + namespace + "/pods";
    }

    @Override
    public Reading<List<SeenReplica>> read() throws InterruptedException {
        Answer<ScaleView> scale = target.read();
        if (!(scale instanceof Answer.Got<ScaleView>(ScaleView view))) {
            return Reading.missing(scale.sentence());
        }
        if (view.selector().isEmpty()) {
            return Reading.missing("the scale target tells no selector of its pods");
        }
        Answer<JsonNode> list = http.get(pods + "?labelSelector=" + URLEncoder.encode(view.selector(), UTF_8));
        return list instanceof Answer.Got<JsonNode>(JsonNode found)
                ? Reading.of(replicas(found))
                : Reading.missing(list.sentence());
    }

    @Override
    public void mark(Map<String, Integer> costs) throws InterruptedException {
        for (Map.Entry<String, Integer> one : costs.entrySet()) {
            ObjectNode patch = JsonNodeFactory.instance.objectNode();
            patch.putObject("metadata")
                    .putObject("annotations")
                    .put(COST, one.getValue().toString());
            Answer<JsonNode> marked = http.merge(pods + "/" + one.getKey(), patch);
            if (!(marked instanceof Answer.Got<JsonNode>)) {
                LOGGER.warnf("a scale-in does not know what %s holds: %s", one.getKey(), marked.sentence());
            }
        }
    }

    private static List<SeenReplica> replicas(JsonNode list) {
        List<SeenReplica> all = new ArrayList<>();
        list.path("items")
                .forEach(pod -> PodPhase.of(pod)
                        .ifPresent(phase -> all.add(new SeenReplica(
                                pod.path("metadata").path("name").asText(),
                                phase,
                                PodPhase.createdAt(pod),
                                Optional.of(pod.path("status").path("podIP").asText(""))
                                        .filter(ip -> !ip.isEmpty())))));
        return all;
    }
}
