package dev.ponder.scaling.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.scaling.decision.CostCap;
import dev.ponder.scaling.decision.DeadlineBatch;
import dev.ponder.scaling.decision.QpsTarget;
import dev.ponder.scaling.decision.ScalingPolicy;
import dev.ponder.scaling.decision.Schedule;
import dev.ponder.scaling.decision.SloFeedback;
import dev.ponder.scaling.decision.TokenWork;
import dev.ponder.scaling.decision.WarmSpares;
import java.util.Set;

/** The form of a policy: its name and what it is told. */
final class PolicyJson {

    private static final String NAME = "name";
    private static final String CLASSES = "classes";

    private PolicyJson() {}

    static ObjectNode write(ScalingPolicy policy) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put(NAME, policy.name());
        return switch (policy) {
            case TokenWork _, SloFeedback _ -> node;
            case QpsTarget target ->
                node.put("requests_per_second", target.requestsPerSecond())
                        .put("input_tokens", target.inputTokens())
                        .put("output_tokens", target.outputTokens());
            case WarmSpares spares -> node.put("replicas", spares.replicas());
            case Schedule schedule -> ScheduleJson.write(schedule, node);
            case DeadlineBatch batch -> {
                node.put("max", batch.max()).put("doubt", batch.doubt());
                batch.classes().stream().sorted().forEach(node.putArray(CLASSES)::add);
                yield node;
            }
            case CostCap cap ->
                node.put("price_per_replica_hour", cap.pricePerReplicaHour()).put("most_per_hour", cap.mostPerHour());
        };
    }

    static ScalingPolicy read(JsonNode node) {
        String name = Fields.text(node, NAME);
        return switch (name) {
            case TokenWork.NAME -> new TokenWork();
            case SloFeedback.NAME -> new SloFeedback();
            case QpsTarget.NAME ->
                new QpsTarget(
                        Fields.number(node, "requests_per_second"),
                        Fields.number(node, "input_tokens"),
                        Fields.number(node, "output_tokens"));
            case WarmSpares.NAME -> new WarmSpares(Fields.whole(node, "replicas"));
            case Schedule.NAME -> ScheduleJson.read(node);
            case DeadlineBatch.NAME -> deadlineBatch(node);
            case CostCap.NAME ->
                new CostCap(Fields.number(node, "price_per_replica_hour"), Fields.number(node, "most_per_hour"));
            default ->
                throw new WrongFieldException(
                        NAME, "no policy is called " + name + ", only " + String.join(", ", ScalingPolicy.NAMES));
        };
    }

    /** Until there was a source of deadlines no classes were said. */
    private static DeadlineBatch deadlineBatch(JsonNode node) {
        return new DeadlineBatch(
                Fields.whole(node, "max"),
                Fields.number(node, "doubt"),
                node.has(CLASSES) ? Set.copyOf(Fields.list(node, CLASSES, Fields::text)) : Set.of());
    }
}
