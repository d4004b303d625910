package dev.ponder.contracts.fault;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Stable codes of everything that can go wrong with a request. A code never changes its meaning; new ones may come. */
public enum FaultCode {
    /** The record has no value. */
    NULL_VALUE(Kind.INVALID_REQUEST),
    /** The value is larger than the limit. */
    VALUE_TOO_LARGE(Kind.INVALID_REQUEST),
    /** The value is no UTF-8. */
    INVALID_UTF8(Kind.INVALID_REQUEST),
    /** The value is no JSON object, or nested too deeply, or names a field twice. */
    MALFORMED_JSON(Kind.INVALID_REQUEST),
    /** A field that must be there is not. */
    MISSING_FIELD(Kind.INVALID_REQUEST),
    /** A field has another JSON type than it should. */
    WRONG_TYPE(Kind.INVALID_REQUEST),
    /** A field's value lies outside what is allowed. */
    OUT_OF_RANGE(Kind.INVALID_REQUEST),
    /** A field asks for something that this version can't do. */
    UNSUPPORTED_FIELD(Kind.INVALID_REQUEST),
    /** The record says that it is of a version that this one doesn't know. */
    UNSUPPORTED_VERSION(Kind.INVALID_REQUEST),
    /** The request came in on the topic of a tenant that is not set up. */
    UNKNOWN_TENANT(Kind.INVALID_REQUEST),
    /** The deadline lay in the past when the request was read. */
    DEADLINE_PASSED(Kind.INVALID_REQUEST),
    /** The deadline is too near for even the shortest answer. */
    DEADLINE_UNREACHABLE(Kind.INVALID_REQUEST),
    /** The prompt is longer than the model's context. */
    PROMPT_TOO_LONG(Kind.INVALID_REQUEST),
    /** The model's chat template takes no such turns. */
    TURNS_REFUSED(Kind.INVALID_REQUEST),
    /** The tenant has used up its tokens for now. */
    BUDGET_EXCEEDED(Kind.RATE_LIMIT),
    /** The deadline passed while the request was worked on. */
    DEADLINE_MISSED(Kind.SERVER),
    /** The engine refused or failed. */
    ENGINE_FAILED(Kind.SERVER),
    /** No engine could be reached. */
    ENGINE_UNAVAILABLE(Kind.SERVER),
    /** The work failed on every attempt it had. */
    ATTEMPTS_EXHAUSTED(Kind.SERVER),
    /** The work record could not be read by the reasoner. */
    UNREADABLE_WORK(Kind.SERVER),
    /** The work was orphaned, and its record is not in Kafka any more. */
    WORK_LOST(Kind.SERVER),
    /** The user took the request back. */
    CANCELLED(Kind.INVALID_REQUEST),
    /** Its tenant's results topic is missing or takes nothing from settlement; of dead letters alone. */
    UNPUBLISHED(Kind.SERVER);

    private final Kind kind;

    FaultCode(Kind kind) {
        this.kind = kind;
    }

    /** The code as it stands in records and meters, for example {@code missing_field}. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The {@code type} of the OpenAI error object. */
    public String openAiType() {
        return kind.openAiType;
    }

    private enum Kind {
        INVALID_REQUEST("invalid_request_error"),
        RATE_LIMIT("rate_limit_error"),
        SERVER("server_error");

        private final String openAiType;

        Kind(String openAiType) {
            this.openAiType = openAiType;
        }
    }
}
