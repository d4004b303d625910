package dev.ponder.reasoner.path;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.Classification;
import dev.ponder.contracts.plan.ComputePath;
import dev.ponder.contracts.plan.Plan;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.request.CachePolicy;
import dev.ponder.contracts.request.ChatMessage;
import dev.ponder.contracts.request.PonderOptions;
import dev.ponder.contracts.request.Sampling;
import dev.ponder.contracts.work.Task;
import dev.ponder.reasoner.binding.JobRoom;
import dev.ponder.reasoner.progress.Keepers;
import dev.ponder.reasoner.progress.Trail;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tasks and jobs for tests. */
public final class Tasks {

    /** When the tasks arrived. */
    public static final Instant ARRIVED = Instant.parse("2026-01-01T00:00:00Z");

    private Tasks() {}

    /** A streamed task that arrived at {@link #ARRIVED}. */
    public static Task task(String id, Duration allowed) {
        return task(id, ARRIVED, allowed, true, CachePolicy.USE);
    }

    /** A task as told. */
    public static Task task(String id, Instant arrivedAt, Duration allowed, boolean stream, CachePolicy cache) {
        return new Task(
                Task.VERSION,
                TenantId.DEFAULT,
                new RequestId(id),
                1,
                "model",
                List.of(new ChatMessage("developer", "be brief"), new ChatMessage("user", "What is 3/4 + 1/8?")),
                new Sampling(256, 0, 1, null, List.of()),
                stream,
                new PonderOptions(true, 3, SloClass.INTERACTIVE, null, cache, false),
                Plan.oneChain(new PoolId("main"), SloClass.INTERACTIVE, 300),
                new Classification("math", 1, 1, "number", false, "rules"),
                arrivedAt,
                arrivedAt.plus(allowed),
                "key-" + id,
                JsonNodeFactory.instance.objectNode(),
                Map.of());
    }

    /** A streamed task that may generate so many tokens. */
    public static Task longest(Instant arrivedAt, Duration allowed, int tokens) {
        Task one = task("r-1", arrivedAt, allowed, true, CachePolicy.USE);
        return planned(one, new Sampling(tokens, 0, 1, null, List.of()), one.plan());
    }

    /** A task whose asker ends it at a text. */
    public static Task stopped(String stop) {
        Task one = task("r-1", Duration.ofSeconds(1));
        return planned(one, new Sampling(256, 0, 1, null, List.of(stop)), one.plan());
    }

    /** A task of several chains, nobody listening. */
    public static Task waves(Instant arrivedAt, Duration allowed, int tokensEach, int first, int most) {
        Task one = task("r-1", arrivedAt, allowed, false, CachePolicy.USE);
        Plan plan = new Plan(ComputePath.WAVES, one.plan().pool(), one.plan().slo(), first * tokensEach, first, most);
        return planned(one, one.sampling(), plan);
    }

    private static Task planned(Task one, Sampling sampling, Plan plan) {
        return new Task(
                one.v(),
                one.tenant(),
                one.id(),
                one.attempt(),
                one.model(),
                one.messages(),
                sampling,
                one.stream(),
                one.options(),
                plan,
                one.classification(),
                one.arrivedAt(),
                one.deadline(),
                one.questionKey(),
                one.rest(),
                one.unknown());
    }

    /** A job of the task whose record was appended 10 ms after its arrival. */
    public static Job job(Task task) {
        Instant appendedAt = task.arrivedAt().plusMillis(10);
        return job(task, Keepers.forgetful().follow(task, appendedAt, 1, false));
    }

    /** The same job, whose progress is kept. */
    public static Job job(Task task, Trail trail) {
        return new Job(task, task.arrivedAt().plusMillis(10), Span.getInvalid(), trail, JobRoom.BOUNDLESS);
    }
}
