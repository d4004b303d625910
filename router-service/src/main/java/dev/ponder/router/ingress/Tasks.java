package dev.ponder.router.ingress;

import dev.ponder.contracts.plan.Classification;
import dev.ponder.contracts.plan.Plan;
import dev.ponder.contracts.question.QuestionKey;
import dev.ponder.contracts.request.ReasoningRequest;
import dev.ponder.contracts.request.Sampling;
import dev.ponder.contracts.work.Task;
import dev.ponder.router.admission.Admission;
import java.util.Map;

/** Makes tasks of admitted requests. Pure. */
final class Tasks {

    private static final int FIRST_ATTEMPT = 1;

    private Tasks() {}

    static Task of(Admission.Admitted admitted, Plan plan, Classification classification, QuestionKey key) {
        ReasoningRequest request = admitted.request();
        Sampling asked = request.sampling();
        Sampling fitting = new Sampling(
                admitted.completionTokens(), asked.temperature(), asked.topP(), asked.seed(), asked.stop());
        return new Task(
                Task.VERSION,
                request.key().tenant(),
                request.key().id(),
                FIRST_ATTEMPT,
                request.model(),
                request.messages(),
                fitting,
                request.stream(),
                request.options(),
                plan,
                classification,
                request.arrivedAt(),
                request.deadline(),
                key.value(),
                request.rest(),
                Map.of());
    }
}
