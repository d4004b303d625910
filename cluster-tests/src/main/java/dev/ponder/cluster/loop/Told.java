package dev.ponder.cluster.loop;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * What the caller is told.
 *
 * @param status the code
 * @param headers besides what the answer's form needs
 * @param body the text
 */
record Told(int status, Map<String, String> headers, String body) {

    Told {
        headers = Map.copyOf(headers);
        requireNonNull(body, "body is null");
    }

    /** A refusal in the API server's form. */
    static Told refusal(int status, String message) {
        return new Told(
                status,
                Map.of(),
                "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"%s\",\"code\":%d}"
                        .formatted(message, status));
    }

    /** The same, asking for patience. */
    Told retryAfter(int seconds) {
        return new Told(status, Map.of("Retry-After", Integer.toString(seconds)), body);
    }
}
