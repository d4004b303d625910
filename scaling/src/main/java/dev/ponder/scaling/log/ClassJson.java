package dev.ponder.scaling.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.scaling.observation.ClassLoad;
import dev.ponder.scaling.observation.Layers;
import dev.ponder.scaling.observation.Objective;
import dev.ponder.scaling.observation.Work;

/** The form of what a class asks of a pool. */
final class ClassJson {

    private ClassJson() {}

    static ObjectNode write(ClassLoad one) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("class", one.objective().name());
        node.put("first_token", one.objective().firstToken().toString());
        node.put("per_token", one.objective().perToken().toString());
        node.set("arrived", ReadingJson.write(one.arrived(), ClassJson::work));
        node.set("ended", ReadingJson.write(one.ended(), ClassJson::work));
        node.set("queued", ReadingJson.write(one.layers().queued(), ClassJson::work));
        node.set("buffered", ReadingJson.write(one.layers().buffered(), ClassJson::work));
        node.set("gated", ReadingJson.write(one.layers().gated(), ClassJson::work));
        node.set("dispatched", ReadingJson.write(one.layers().dispatched(), ClassJson::work));
        node.set("first_token_p90", ReadingJson.write(one.firstTokenP90(), DoubleNode::valueOf));
        return node;
    }

    static ClassLoad read(JsonNode node) {
        return new ClassLoad(
                new Objective(
                        Fields.text(node, "class"),
                        Fields.duration(node, "first_token"),
                        Fields.duration(node, "per_token")),
                ReadingJson.read(node, "arrived", ClassJson::work),
                ReadingJson.read(node, "ended", ClassJson::work),
                new Layers(
                        ReadingJson.read(node, "queued", ClassJson::work),
                        ReadingJson.read(node, "buffered", ClassJson::work),
                        ReadingJson.read(node, "gated", ClassJson::work),
                        ReadingJson.read(node, "dispatched", ClassJson::work)),
                ReadingJson.read(node, "first_token_p90", Fields::number));
    }

    static JsonNode work(Work amount) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("requests", amount.requests())
                .put("input_tokens", amount.inputTokens())
                .put("output_tokens", amount.outputTokens());
    }

    static Work work(JsonNode node) {
        return new Work(
                Fields.number(node, "requests"),
                Fields.number(node, "input_tokens"),
                Fields.number(node, "output_tokens"));
    }
}
