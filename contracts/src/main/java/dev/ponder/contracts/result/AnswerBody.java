package dev.ponder.contracts.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.chain.ChainStep;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Provenance;
import dev.ponder.contracts.outcome.Usage;
import java.time.Instant;
import java.util.stream.Collectors;

/** An answered request as the OpenAI chat completion object. */
final class AnswerBody {

    private AnswerBody() {}

    static ObjectNode of(Outcome.Answered answered, Price price, Instant settledAt) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("id", answered.asked().id().value());
        body.put("object", "chat.completion");
        body.put("created", settledAt.getEpochSecond());
        body.put("model", answered.asked().model());
        addChoice(body, answered);
        body.set("usage", usage(answered.usage()));
        body.set("ponder", ponder(answered, price, settledAt));
        return body;
    }

    private static void addChoice(ObjectNode body, Outcome.Answered answered) {
        ObjectNode choice = body.putArray("choices").addObject();
        choice.put("index", 0);
        ObjectNode message = choice.putObject("message");
        message.put("role", "assistant");
        message.put("content", answered.chain().answer());
        message.put(
                "reasoning_content",
                answered.chain().steps().stream().map(ChainStep::text).collect(Collectors.joining("\n")));
        choice.put("finish_reason", finishReason(answered.provenance()));
    }

    private static String finishReason(Provenance provenance) {
        return switch (provenance) {
            case Provenance.Thought thought -> thought.stopReason().equals("stop") ? "stop" : "length";
            case Provenance.Cached _ -> "stop";
        };
    }

    static ObjectNode usage(Usage usage) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("prompt_tokens", usage.promptTokens());
        node.put("completion_tokens", usage.completionTokens());
        node.put("total_tokens", usage.promptTokens() + usage.completionTokens());
        node.putObject("completion_tokens_details").put("reasoning_tokens", usage.reasoningTokens());
        node.putObject("prompt_tokens_details").put("cached_tokens", usage.cachedTokens());
        return node;
    }

    private static ObjectNode ponder(Outcome.Answered answered, Price price, Instant settledAt) {
        ObjectMapper mapper = Json.mapper();
        ObjectNode node = PonderBody.of(answered, price, settledAt);
        node.put("answer", answered.chain().canonicalAnswer());
        node.set("chain", mapper.valueToTree(answered.chain().steps()));
        node.set("provenance", mapper.valueToTree(answered.provenance()));
        node.put("path", answered.plan().path().wire());
        node.put("pool", answered.plan().pool().value());
        node.put("slo_class", answered.plan().slo().wire());
        node.set("classification", mapper.valueToTree(answered.classification()));
        if (answered.asked().explain()) {
            node.set("plan", mapper.valueToTree(answered.plan()));
        }
        return node;
    }
}
