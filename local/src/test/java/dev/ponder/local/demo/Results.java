package dev.ponder.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.result.Result;
import java.math.BigDecimal;

/** Results as settlement would publish them, cut down to what the demo reads. */
final class Results {

    private Results() {}

    static Result thought(String id, int tokens) {
        return answer(id, "engine", tokens);
    }

    static Result cached(String id) {
        return answer(id, "cache", 0);
    }

    static Result refused(String id) {
        ObjectNode body = body(id, 0);
        body.putObject("error").put("code", "malformed_json");
        return new Result(body);
    }

    private static Result answer(String id, String source, int tokens) {
        ObjectNode body = body(id, tokens);
        body.putArray("choices").addObject().putObject("message").put("content", "2");
        body.withObject("/ponder/provenance").put("source", source);
        body.withObject("/ponder/price")
                .put("amount", new BigDecimal("0.001").multiply(BigDecimal.valueOf(tokens)))
                .put("currency", "USD");
        return new Result(body);
    }

    private static ObjectNode body(String id, int tokens) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("id", id);
        body.putObject("usage").put("completion_tokens", tokens);
        return body;
    }
}
