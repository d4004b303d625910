package dev.ponder.router.dispatch;

import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.outcome.Asked;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Timings;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.work.Task;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps records below what their topics take: a larger one would fail for ever, and hold up every request behind it. What grows
 * with the request is its unknown fields, which an outcome can do without. Pure.
 */
final class RecordLimit {

    private static final int LONG_MODEL = 200;

    private final int maxBytes;

    RecordLimit(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** A task's bytes; empty if they are too many. */
    Optional<byte[]> fit(Task task) {
        return Optional.of(Json.write(task)).filter(this::fits);
    }

    /** An outcome's bytes: all of it, else without the unknown fields, else as an error. */
    byte[] fit(Outcome outcome) {
        byte[] whole = Json.write(outcome);
        if (fits(whole)) {
            return whole;
        }
        byte[] bare = Json.write(withoutRest(outcome));
        return fits(bare) ? bare : Json.write(tooLarge(outcome.asked()));
    }

    /** How a request ends that is too large to be handed on. */
    static Outcome.Failed tooLarge(Task task) {
        return tooLarge(new Asked(
                task.tenant(),
                task.id(),
                task.attempt(),
                task.model(),
                task.arrivedAt(),
                task.options().explain(),
                null));
    }

    private static Outcome.Failed tooLarge(Asked asked) {
        String model = asked.model().length() <= LONG_MODEL ? asked.model() : "unknown";
        Asked bare =
                new Asked(asked.tenant(), asked.id(), asked.attempt(), model, asked.arrivedAt(), asked.explain(), null);
        Fault fault = Fault.of(
                FaultCode.VALUE_TOO_LARGE, "The request is larger than can be handed on; send fewer extra fields.");
        return new Outcome.Failed(Outcome.VERSION, bare, fault, Usage.NONE, Timings.NONE, Map.of());
    }

    private static Outcome withoutRest(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered answered ->
                new Outcome.Answered(
                        answered.v(),
                        withoutRest(answered.asked()),
                        answered.chain(),
                        answered.usage(),
                        answered.timings(),
                        answered.provenance(),
                        answered.plan(),
                        answered.classification(),
                        answered.questionKey(),
                        answered.unknown());
            case Outcome.Failed failed ->
                new Outcome.Failed(
                        failed.v(),
                        withoutRest(failed.asked()),
                        failed.fault(),
                        failed.usage(),
                        failed.timings(),
                        failed.pool(),
                        failed.unknown());
        };
    }

    private static Asked withoutRest(Asked asked) {
        return new Asked(
                asked.tenant(), asked.id(), asked.attempt(), asked.model(), asked.arrivedAt(), asked.explain(), null);
    }

    private boolean fits(byte[] json) {
        return json.length <= maxBytes;
    }
}
