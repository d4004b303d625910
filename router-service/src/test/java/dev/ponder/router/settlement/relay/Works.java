package dev.ponder.router.settlement.relay;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.plan.Classification;
import dev.ponder.contracts.plan.Plan;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.request.CachePolicy;
import dev.ponder.contracts.request.ChatMessage;
import dev.ponder.contracts.request.PonderOptions;
import dev.ponder.contracts.request.Sampling;
import dev.ponder.contracts.work.Task;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Work for tests. */
final class Works {

    /** A deadline that no test comes to. */
    static final Instant LATER = Instant.parse("2126-11-01T12:00:00Z");

    private Works() {}

    static Task task(String tenant, String id, int attempt) {
        return new Task(
                Task.VERSION,
                new TenantId(tenant),
                new RequestId(id),
                attempt,
                "k2-think",
                List.of(new ChatMessage("user", "What is 6 * 7?")),
                new Sampling(100, 0.6, 0.95, null, List.of()),
                false,
                new PonderOptions(true, 30, SloClass.INTERACTIVE, null, CachePolicy.USE, false),
                Plan.oneChain(new PoolId("main"), SloClass.INTERACTIVE, 1024),
                new Classification("math", 0.9, 0.8, "number", false, "rules-1"),
                LATER.minusSeconds(400),
                LATER,
                "key",
                Json.mapper().createObjectNode(),
                Map.of());
    }
}
