package dev.ponder.contracts.result;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.outcome.Asked;
import dev.ponder.contracts.outcome.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The part of the {@code ponder} object that answers and errors share. */
final class PonderBody {

    private static final double NANOS_PER_MILLI = 1e6;

    private PonderBody() {}

    static ObjectNode of(Outcome outcome, Price price, Instant settledAt) {
        Asked asked = outcome.asked();
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("v", outcome.v());
        node.put("tenant", asked.tenant().value());
        node.put("attempt", asked.attempt());
        ObjectNode timings = Json.mapper().valueToTree(outcome.timings());
        timings.put(
                "total_ms",
                TimeUnit.NANOSECONDS.convert(Duration.between(asked.arrivedAt(), settledAt)) / NANOS_PER_MILLI);
        node.set("timings", timings);
        node.set("price", Json.mapper().valueToTree(price));
        if (asked.rest() != null && !asked.rest().isEmpty()) {
            node.set("request_fields", asked.rest());
        }
        return node;
    }
}
