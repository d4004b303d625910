package dev.ponder.router;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.request.CachePolicy;
import dev.ponder.contracts.request.ChatMessage;
import dev.ponder.contracts.request.Origin;
import dev.ponder.contracts.request.PonderOptions;
import dev.ponder.contracts.request.ReasoningRequest;
import dev.ponder.contracts.request.Sampling;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Requests as people send them. */
public final class Requests {

    public static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    public static final RequestKey KEY = new RequestKey(TenantId.DEFAULT, new RequestId("r-1"));

    private Requests() {}

    public static Origin origin(Map<String, String> headers) {
        return new Origin(TenantId.DEFAULT, "reasoning.requests", 2, 41, NOW, headers);
    }

    public static Origin origin() {
        return origin(Map.of());
    }

    public static ReasoningRequest asking(String question) {
        return asking(question, PonderOptions.DEFAULT);
    }

    public static ReasoningRequest asking(String question, PonderOptions options) {
        return new ReasoningRequest(
                KEY,
                "default",
                List.of(new ChatMessage("user", question)),
                new Sampling(256, 1, 1, null, List.of()),
                false,
                options,
                NOW,
                Json.mapper().createObjectNode());
    }

    public static PonderOptions options(boolean dynamic, SloClass slo) {
        return new PonderOptions(dynamic, PonderOptions.MOST_STEPS, slo, null, CachePolicy.USE, false);
    }
}
