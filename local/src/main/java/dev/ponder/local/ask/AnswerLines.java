package dev.ponder.local.ask;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.result.Result;
import java.util.ArrayList;
import java.util.List;

/** A result for people: the answer, and a line about where it came from and what it cost. */
final class AnswerLines {

    private AnswerLines() {}

    static List<String> of(Result result) {
        JsonNode body = result.body();
        if (result.isError()) {
            return List.of("Error " + result.errorCode() + ": "
                    + body.path("error").path("message").asText());
        }
        List<String> lines = new ArrayList<>(result.answer().lines().toList());
        JsonNode ponder = body.path("ponder");
        lines.add("(%s, %d tokens, %.0f ms, %s %s)"
                .formatted(
                        result.isHit() ? "from the cache" : "thought",
                        body.path("usage").path("completion_tokens").asLong(),
                        ponder.path("timings").path("total_ms").asDouble(),
                        ponder.path("price").path("amount").decimalValue().toPlainString(),
                        ponder.path("price").path("currency").asText()));
        return lines;
    }
}
