package dev.ponder.contracts.request;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.id.RequestKey;
import java.time.Instant;
import java.util.List;

/**
 * A request that could be read: the OpenAI chat body plus the {@code ponder} object, or the short form, which says the same.
 *
 * @param key who asked what
 * @param model the model asked for, or {@code default}
 * @param messages the conversation, at least one message, the last of them the user's
 * @param sampling how to draw
 * @param stream whether chunks are wanted while it thinks
 * @param options the {@code ponder} object
 * @param arrivedAt when Kafka took it
 * @param rest every field that we don't know, as it came: it survives into the result
 */
public record ReasoningRequest(
        RequestKey key,
        String model,
        List<ChatMessage> messages,
        Sampling sampling,
        boolean stream,
        PonderOptions options,
        Instant arrivedAt,
        ObjectNode rest) {

    public ReasoningRequest {
        requireNonNull(key, "key is null");
        requireNonNull(model, "model is null");
        messages = List.copyOf(messages);
        requireNonNull(sampling, "sampling is null");
        requireNonNull(options, "options is null");
        requireNonNull(arrivedAt, "arrivedAt is null");
        requireNonNull(rest, "rest is null");
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("messages is empty");
        }
    }

    /** When an answer is of no use any more: the deadline named, else the arrival plus the class's patience. */
    public Instant deadline() {
        Instant named = options.deadline();
        return named != null ? named : arrivedAt.plus(options.sloClass().patience());
    }

    /** The same, due by then at the latest. */
    public ReasoningRequest dueBy(Instant latest) {
        return deadline().isAfter(latest)
                ? new ReasoningRequest(
                        key, model, messages, sampling, stream, options.withDeadline(latest), arrivedAt, rest)
                : this;
    }
}
