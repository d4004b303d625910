package dev.ponder.local.exchange;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.json.Json;

/**
 * A question as it is sent.
 *
 * @param id its name, which the result bears too
 * @param text what is asked, for showing
 * @param body the record's value
 */
public record Question(RequestId id, String text, String body) {

    public Question {
        requireNonNull(id, "id is null");
        requireNonNull(text, "text is null");
        requireNonNull(body, "body is null");
    }

    /** Asks in the OpenAI chat form, with the thinking streamed. */
    public static Question chat(RequestId id, String text) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("model", "default");
        body.putArray("messages").addObject().put("role", "user").put("content", text);
        body.put("stream", true);
        return new Question(id, text, body.toString());
    }

    /** Asks in the short form, with the thinking streamed. */
    public static Question brief(RequestId id, String text) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("input_text", text);
        body.put("use_dynamic_inference", true);
        body.put("stream", true);
        return new Question(id, text, body.toString());
    }

    /** Sends something that may be no question at all. */
    public static Question raw(RequestId id, String body) {
        return new Question(id, body, body);
    }
}
