package dev.ponder.autoscaler.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ponder.autoscaler.actuation.Answer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads what an API server answers. Of a refusal only the message of its status is kept, cut short. Pure. */
final class ApiAnswers {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration USUAL_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int LONGEST_MESSAGE = 300;

    private ApiAnswers() {}

    /**
     * What an answer means.
     *
     * @param asked for sentences, as {@code PUT /apis/…}
     * @param retryAfter the header of that name, where there is one
     */
    static Answer<JsonNode> of(String asked, int status, @Nullable String retryAfter, @Nullable String body) {
        String why = asked + ": " + message(body);
        return switch (status) {
            case 200, 201, 202 -> json(asked, body);
            case 404 -> new Answer.Absent<>(why);
            case 409 -> new Answer.Conflicted<>(why);
            case 429 -> new Answer.Throttled<>(wait(retryAfter), why);
            case 503 ->
                retryAfter == null
                        ? new Answer.Failed<>(why + " (status 503)")
                        : new Answer.Throttled<>(wait(retryAfter), why);
            default ->
                status >= 400 && status < 500
                        ? new Answer.Refused<>(status, why)
                        : new Answer.Failed<>(why + " (status " + status + ")");
        };
    }

    private static Answer<JsonNode> json(String asked, @Nullable String body) {
        try {
            JsonNode tree = MAPPER.readTree(body == null ? "" : body);
            return tree.isObject() ? new Answer.Got<>(tree) : new Answer.Failed<>(asked + ": the answer is no object");
        } catch (JsonProcessingException noJson) {
            return new Answer.Failed<>(asked + ": the answer is no JSON");
        }
    }

    private static String message(@Nullable String body) {
        try {
            String message =
                    MAPPER.readTree(body == null ? "" : body).path("message").asText("");
            return message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message;
        } catch (JsonProcessingException noJson) {
            return "no reason given";
        }
    }

    /** Seconds; a date, which the header may hold too, is not what an API server sends. */
    private static Duration wait(@Nullable String retryAfter) {
        try {
            Duration asked = retryAfter == null ? USUAL_WAIT : Duration.ofSeconds(Long.parseLong(retryAfter.strip()));
            return asked.isNegative() ? USUAL_WAIT : asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
        } catch (NumberFormatException | ArithmeticException noSeconds) {
            return USUAL_WAIT;
        }
    }
}
