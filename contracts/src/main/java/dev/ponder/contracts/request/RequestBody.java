package dev.ponder.contracts.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.RequestKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Reads the request body: the OpenAI chat-completions form with a {@code ponder} object, or the short form. */
final class RequestBody {

    private static final String ANY_MODEL = "default";
    private static final int VERSION = 1;
    private static final List<ChatMessage> UNREAD = List.of(new ChatMessage("user", ""));
    /** Fields that OpenAI knows and this version can't honour; a silent answer without them would be a wrong one. */
    private static final Set<String> NOT_YET = Set.of(
            "tools",
            "tool_choice",
            "functions",
            "function_call",
            "parallel_tool_calls",
            "response_format",
            "logprobs",
            "top_logprobs",
            "logit_bias",
            "frequency_penalty",
            "presence_penalty",
            "audio",
            "modalities",
            "prediction",
            "web_search_options");

    private RequestBody() {}

    /** Reads everything; faults gather in the fields' collector, and the request is of no use where there is one. */
    static ReasoningRequest read(RequestKey key, Instant arrivedAt, Fields body) {
        checkVersion(body);
        List<ChatMessage> messages = messages(body);
        PonderOptions options = PonderReader.read(body);
        refuseNotYet(body);
        Sampling sampling = SamplingReader.read(body);
        String model = body.text("model").filter(name -> !name.isEmpty()).orElse(ANY_MODEL);
        boolean stream = body.flag("stream", false);
        ObjectNode rest = body.rest();
        return new ReasoningRequest(key, model, messages, sampling, stream, options, arrivedAt, rest);
    }

    /** Refuses another version; the same for all that users write. */
    static void checkVersion(Fields body) {
        int version = body.whole("schema_version", 0, Integer.MAX_VALUE, VERSION);
        if (version != VERSION) {
            body.faults()
                    .add(
                            FaultCode.UNSUPPORTED_VERSION,
                            "schema_version",
                            "Version " + version + " of this form is not known; send " + VERSION + ".");
        }
    }

    private static List<ChatMessage> messages(Fields body) {
        String shortForm = body.text("input_text").orElse("");
        List<ChatMessage> messages = MessagesReader.read(body);
        if (!shortForm.isEmpty() && !messages.isEmpty()) {
            body.faults()
                    .add(
                            FaultCode.OUT_OF_RANGE,
                            "input_text",
                            "input_text and messages are both there; send one of them.");
        }
        if (!shortForm.isEmpty() && shortForm.isBlank()) {
            body.faults().outOfRange("input_text", "a text with something in it");
        }
        if (!shortForm.isEmpty()) {
            return List.of(new ChatMessage("user", shortForm));
        }
        if (messages.isEmpty()) {
            body.missing("messages", "send messages, or input_text for the short form");
            return UNREAD;
        }
        return messages;
    }

    private static void refuseNotYet(Fields body) {
        NOT_YET.stream().sorted().forEach(name -> body.refuse(name, "leave it out"));
        int choices = body.whole("n", 1, Integer.MAX_VALUE, 1);
        if (choices > 1) {
            body.faults().unsupported("n", "send 1 or leave it out");
        }
    }
}
