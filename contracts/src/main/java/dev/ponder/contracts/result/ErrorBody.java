package dev.ponder.contracts.result;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.outcome.Outcome;
import java.time.Instant;

/** A failed request as the OpenAI error object. */
final class ErrorBody {

    private ErrorBody() {}

    static ObjectNode of(Outcome.Failed failed, Price price, Instant settledAt) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("id", failed.asked().id().value());
        body.put("object", "error");
        body.put("created", settledAt.getEpochSecond());
        body.set("error", error(failed.fault()));
        body.set("usage", AnswerBody.usage(failed.usage()));
        body.set("ponder", PonderBody.of(failed, price, settledAt));
        return body;
    }

    private static ObjectNode error(Fault fault) {
        ObjectNode error = Json.mapper().createObjectNode();
        error.put("message", fault.message());
        error.put("type", fault.code().openAiType());
        error.put("param", fault.field());
        error.put("code", fault.code().wire());
        return error;
    }
}
