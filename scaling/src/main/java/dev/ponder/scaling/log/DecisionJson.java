package dev.ponder.scaling.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.scaling.decision.Decision;

/** The form of a decision: one that kept the number says no other. */
final class DecisionJson {

    private DecisionJson() {}

    static ObjectNode write(Decision decided) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("at", decided.at().toString());
        node.put("from", from(decided));
        node.put("replicas", decided.replicas());
        decided.reasons().forEach(node.putArray("reasons")::add);
        return node;
    }

    static Decision read(JsonNode node) {
        return Decision.of(
                Fields.instant(node, "at"),
                Fields.whole(node, "from"),
                Fields.whole(node, "replicas"),
                Fields.list(Fields.field(node, "reasons"), JsonNode::asText));
    }

    private static int from(Decision decided) {
        return switch (decided) {
            case Decision.Kept kept -> kept.replicas();
            case Decision.Grown grown -> grown.from();
            case Decision.Shrunk shrunk -> shrunk.from();
        };
    }
}
