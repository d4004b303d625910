package dev.ponder.local.ask;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.json.Json;
import java.math.BigDecimal;

/** Results as settlement would publish them, cut down to what {@code ask} reads. */
final class Told {

    private Told() {}

    static ObjectNode answer(RequestId id, String text, String source) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("id", id.value());
        body.putArray("choices").addObject().putObject("message").put("content", text);
        body.putObject("usage").put("completion_tokens", 7);
        body.withObject("/ponder/provenance").put("source", source);
        body.withObject("/ponder/timings").put("total_ms", 31.4);
        body.withObject("/ponder/price")
                .put("amount", new BigDecimal("0.000014"))
                .put("currency", "USD");
        return body;
    }

    static ObjectNode error(RequestId id, String code, String message) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("id", id.value());
        body.putObject("error").put("code", code).put("message", message);
        return body;
    }
}
