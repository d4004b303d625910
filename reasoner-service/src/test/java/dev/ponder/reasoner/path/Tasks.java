package dev.ponder.reasoner.path;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.plan.Classification;
import dev.ponder.contracts.plan.ComputePath;
import dev.ponder.contracts.plan.Plan;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.request.ChatMessage;
import dev.ponder.contracts.request.PonderOptions;
import dev.ponder.contracts.request.Sampling;
import dev.ponder.contracts.work.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tasks for tests. */
public final class Tasks {

    private Tasks() {}

    /** A streamed task that has so long. */
    public static Task due(Duration left) {
        Instant now = Instant.now();
        return new Task(
                Task.VERSION,
                TenantId.DEFAULT,
                new RequestId("r-1"),
                1,
                "default",
                List.of(new ChatMessage("user", "3/4 + 1/8?")),
                new Sampling(1000, 1, 1, null, List.of()),
                true,
                PonderOptions.DEFAULT,
                new Plan(ComputePath.ONE_CHAIN, new PoolId("main"), SloClass.INTERACTIVE, 1200),
                new Classification("math", 0.9, 0.8, "number", false, "test"),
                now,
                now.plus(left),
                "key",
                Json.mapper().createObjectNode(),
                Map.of());
    }
}
