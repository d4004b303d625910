package dev.ponder.autoscaler.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** How far a pod is. Pure. */
final class PodPhase {

    private PodPhase() {}

    /** The phase; nothing where the pod has ended and costs nothing any more. */
    static Optional<Phase> of(JsonNode pod) {
        String told = pod.path("status").path("phase").asText("");
        if (told.equals("Succeeded") || told.equals("Failed")) {
            return Optional.empty();
        }
        if (pod.path("metadata").has("deletionTimestamp")) {
            return Optional.of(Phase.DRAINING);
        }
        return Optional.of(isReady(pod) ? Phase.READY : Phase.STARTING);
    }

    /** When it was made; the beginning of time where the server does not say in a form that can be read. */
    static Instant createdAt(JsonNode pod) {
        try {
            return Instant.parse(pod.path("metadata").path("creationTimestamp").asText(""));
        } catch (DateTimeException unreadable) {
            return Instant.EPOCH;
        }
    }

    private static boolean isReady(JsonNode pod) {
        for (JsonNode condition : pod.path("status").path("conditions")) {
            if (condition.path("type").asText("").equals("Ready")) {
                return condition.path("status").asText("").equals("True");
            }
        }
        return false;
    }
}
