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
        node.put("from", decided.from());
        node.put("replicas", decided.replicas());
        decided.reasons().forEach(node.putArray("reasons")::add);
        return node;
    }

    static Decision read(JsonNode node) {
        return Decision.of(
                Fields.instant(node, "at"),
                Fields.whole(node, "from"),
                Fields.whole(node, "replicas"),
                Fields.list(node, "reasons", Fields::text));
    }
}
