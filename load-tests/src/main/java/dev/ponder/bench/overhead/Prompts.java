package dev.ponder.bench.overhead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;

/** The bench's requests, in the short form. */
final class Prompts {

    private Prompts() {}

    /** A request that no cache can answer, streamed. */
    static byte[] request(String id, String prompt) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("id", id);
        body.put("input_text", prompt);
        body.put("stream", true);
        body.putObject("ponder").put("cache", "bypass");
        return Json.write(body);
    }

    static String idOf(byte[] request) {
        return read(request).path("id").asText();
    }

    static String textOf(byte[] request) {
        return read(request).path("input_text").asText();
    }

    private static ObjectNode read(byte[] request) {
        try {
            return Json.read(request, ObjectNode.class);
        } catch (UnreadableException foreign) {
            throw new IllegalStateException("a record that this bench did not write", foreign);
        }
    }
}
