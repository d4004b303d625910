package dev.ponder.scaling.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.scaling.observation.Due;
import dev.ponder.scaling.observation.PaceSample;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.ReplicaState;
import java.util.List;

/** The form of an observation. */
final class ObservationJson {

    private ObservationJson() {}

    static ObjectNode write(PoolObservation seen) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("at", seen.at().toString());
        node.put("since", seen.since().toString());
        node.set("replicas", ReadingJson.write(seen.replicas(), ObservationJson::replicas));
        ArrayNode classes = node.putArray("classes");
        seen.classes().forEach(one -> classes.add(ClassJson.write(one)));
        node.set("paces", ReadingJson.write(seen.paces(), ObservationJson::paces));
        node.set("due", ReadingJson.write(seen.due(), ObservationJson::due));
        return node;
    }

    static PoolObservation read(JsonNode node) {
        return new PoolObservation(
                Fields.instant(node, "at"),
                Fields.duration(node, "since"),
                ReadingJson.read(node, "replicas", all -> Fields.list(all, ObservationJson::replica)),
                Fields.list(node, "classes", ClassJson::read),
                ReadingJson.read(node, "paces", all -> Fields.list(all, ObservationJson::pace)),
                ReadingJson.read(node, "due", all -> Fields.list(all, ObservationJson::due)));
    }

    private static JsonNode replicas(List<ReplicaState> all) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (ReplicaState one : all) {
            array.addObject()
                    .put("name", one.name())
                    .put("phase", one.phase().name())
                    .put("created_at", one.createdAt().toString())
                    .put("outstanding_tokens", one.outstandingTokens());
        }
        return array;
    }

    private static ReplicaState replica(JsonNode node) {
        return new ReplicaState(
                Fields.text(node, "name"),
                Fields.read(node, "phase", phase -> Fields.choice(phase, ReplicaState.Phase.class)),
                Fields.instant(node, "created_at"),
                Fields.number(node, "outstanding_tokens"));
    }

    private static JsonNode paces(List<PaceSample> all) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (PaceSample one : all) {
            array.addObject()
                    .put("batch", one.batch())
                    .put("seconds_per_token", one.secondsPerToken())
                    .put("prefilled_tokens", one.prefilledTokens())
                    .put("prefill_seconds", one.prefillSeconds());
        }
        return array;
    }

    private static PaceSample pace(JsonNode node) {
        return new PaceSample(
                Fields.number(node, "batch"),
                Fields.number(node, "seconds_per_token"),
                Fields.number(node, "prefilled_tokens"),
                Fields.number(node, "prefill_seconds"));
    }

    private static JsonNode due(List<Due> all) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Due one : all) {
            ObjectNode node = array.addObject();
            node.put("deadline", one.deadline().toString());
            node.put("longest", one.longest());
            node.set("work", ClassJson.work(one.work()));
        }
        return array;
    }

    private static Due due(JsonNode node) {
        return new Due(
                Fields.instant(node, "deadline"),
                Fields.read(node, "work", ClassJson::work),
                Fields.number(node, "longest"));
    }
}
