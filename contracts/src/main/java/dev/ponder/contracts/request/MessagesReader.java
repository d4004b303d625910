package dev.ponder.contracts.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads {@code messages}: texts, or arrays of text parts, of known roles, the last of them the user's. */
final class MessagesReader {

    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant");

    private MessagesReader() {}

    /** Gives the messages, or none where the field is absent. */
    static List<ChatMessage> read(Fields body) {
        JsonNode node = body.take("messages");
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            body.faults().wrongType("messages", "an array");
            return List.of();
        }
        List<ChatMessage> messages = new ArrayList<>();
        for (JsonNode one : node) {
            messages.add(message(one, "messages[" + messages.size() + "]", body.faults()));
        }
        checkLast(messages, body.faults());
        return messages;
    }

    private static ChatMessage message(JsonNode node, String path, Faults faults) {
        if (!(node instanceof ObjectNode object)) {
            faults.wrongType(path, "an object");
            return new ChatMessage("user", "");
        }
        Fields fields = new Fields(object, path + ".", faults);
        String role = fields.text("role").orElse("");
        if (!ROLES.contains(role)) {
            faults.unsupported(path + ".role", "send system, developer, user or assistant");
        }
        fields.refuse("tool_calls", "leave it out");
        return new ChatMessage(role, content(fields));
    }

    private static String content(Fields fields) {
        JsonNode content = fields.take("content");
        if (content == null) {
            fields.missing("content", "send a string");
            return "";
        }
        if (content.isTextual()) {
            return content.textValue();
        }
        if (!content.isArray()) {
            fields.faults().wrongType(fields.path("content"), "a string or an array of text parts");
            return "";
        }
        return parts(content, fields);
    }

    private static String parts(JsonNode content, Fields fields) {
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            if (!part.path("type").asText().equals("text") || !part.path("text").isTextual()) {
                fields.faults().unsupported(fields.path("content"), "send parts of type text only");
            }
            text.append(part.path("text").asText());
        }
        return text.toString();
    }

    private static void checkLast(List<ChatMessage> messages, Faults faults) {
        if (messages.isEmpty()) {
            return;
        }
        String path = "messages[" + (messages.size() - 1) + "]";
        ChatMessage last = messages.getLast();
        if (!last.role().equals("user")) {
            faults.outOfRange(path + ".role", "user, as the last message's must be");
        }
        if (last.content().isBlank()) {
            faults.outOfRange(path + ".content", "a text with something in it");
        }
    }
}
