package dev.ponder.contracts.result;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.outcome.Outcome;
import java.time.Instant;

/**
 * What the user gets on the results topic: the OpenAI chat completion plus a {@code ponder} object, or the OpenAI error object
 * plus the same.
 *
 * @param body the whole JSON
 */
public record Result(ObjectNode body) {

    public Result {
        requireNonNull(body, "body is null");
    }

    /** Makes the result of an outcome that settlement let through. */
    public static Result of(Outcome outcome, Price price, Instant settledAt) {
        return new Result(
                switch (outcome) {
                    case Outcome.Answered answered -> AnswerBody.of(answered, price, settledAt);
                    case Outcome.Failed failed -> ErrorBody.of(failed, price, settledAt);
                });
    }

    /**
     * Reads a result as a user would.
     *
     * @throws UnreadableException if it is no JSON object
     */
    public static Result read(byte[] json) throws UnreadableException {
        return new Result(Json.read(json, ObjectNode.class));
    }

    /** The request's id. */
    public String id() {
        return body.path("id").asText();
    }

    /** Whether it is an error. */
    public boolean isError() {
        return body.has("error");
    }

    /** The error's stable code, or an empty text. */
    public String errorCode() {
        return body.path("error").path("code").asText();
    }

    /** The answer as it was written, or an empty text. */
    public String answer() {
        return body.path("choices").path(0).path("message").path("content").asText();
    }

    /** Whether the cache answered. */
    public boolean isHit() {
        return "cache"
                .equals(body.path("ponder").path("provenance").path("source").asText());
    }
}
