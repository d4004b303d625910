package dev.ponder.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.result.Result;
import java.math.BigDecimal;

/** Figures out of a result, as any user would read them. */
final class ResultFigures {

    private ResultFigures() {}

    static long tokens(Result result) {
        return result.body().path("usage").path("completion_tokens").asLong();
    }

    static BigDecimal price(Result result) {
        JsonNode amount = result.body().path("ponder").path("price").path("amount");
        return amount.isNumber() ? amount.decimalValue() : BigDecimal.ZERO;
    }

    static String currency(Result result) {
        return result.body().path("ponder").path("price").path("currency").asText();
    }
}
