package dev.ponder.it.traces;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A span as the collector hands it on.
 *
 * @param service {@code service.name} of its resource
 * @param trace 32 hex digits
 * @param id 16 hex digits
 * @param parent 16 hex digits, or nothing at the root
 * @param name what was done
 * @param kind OTLP's number: 2 server, 3 client, 4 producer, 5 consumer
 * @param links ids of the spans that it links to
 * @param attributes by name, as text
 */
record CollectedSpan(
        String service,
        String trace,
        String id,
        String parent,
        String name,
        int kind,
        List<String> links,
        Map<String, String> attributes) {

    static final int SERVER = 2;
    static final int CLIENT = 3;
    static final int PRODUCER = 4;
    static final int CONSUMER = 5;

    /** Reads an export request in OTLP's JSON form. */
    static List<CollectedSpan> read(JsonNode request) {
        List<CollectedSpan> spans = new ArrayList<>();
        for (JsonNode resource : request.path("resourceSpans")) {
            String service = attributes(resource.path("resource")).getOrDefault("service.name", "");
            for (JsonNode scope : resource.path("scopeSpans")) {
                scope.path("spans").forEach(span -> spans.add(read(service, span)));
            }
        }
        return spans;
    }

    private static CollectedSpan read(String service, JsonNode span) {
        List<String> links = new ArrayList<>();
        span.path("links").forEach(link -> links.add(link.path("spanId").asText()));
        return new CollectedSpan(
                service,
                span.path("traceId").asText(),
                span.path("spanId").asText(),
                span.path("parentSpanId").asText(),
                span.path("name").asText(),
                span.path("kind").asInt(),
                links,
                attributes(span));
    }

    /** OTLP wraps a value by its type, of which each attribute has one. */
    private static Map<String, String> attributes(JsonNode of) {
        Map<String, String> found = new HashMap<>();
        of.path("attributes")
                .forEach(one -> one.path("value")
                        .forEach(value -> found.put(one.path("key").asText(), value.asText())));
        return found;
    }
}
