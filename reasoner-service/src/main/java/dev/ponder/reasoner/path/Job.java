package dev.ponder.reasoner.path;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.outcome.Asked;
import dev.ponder.contracts.work.Task;
import dev.ponder.reasoner.binding.JobRoom;
import dev.ponder.reasoner.progress.Trail;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A task that is being worked on.
 *
 * @param appendedAt when its work record was appended
 * @param span the span of working on it
 * @param trail how far it has come, for whoever goes on with it
 * @param room the tokens that it holds
 */
public record Job(Task task, Instant appendedAt, Span span, Trail trail, JobRoom room) {

    private static final double NANOS_PER_MILLI = 1e6;

    public Job {
        requireNonNull(task, "task is null");
        requireNonNull(appendedAt, "appendedAt is null");
        requireNonNull(span, "span is null");
        requireNonNull(trail, "trail is null");
        requireNonNull(room, "room is null");
    }

    /** What its outcome repeats of the request. */
    public Asked asked() {
        return new Asked(
                task.tenant(),
                task.id(),
                task.attempt(),
                task.model(),
                task.arrivedAt(),
                task.options().explain(),
                task.rest());
    }

    double routerMillis() {
        return millis(waited(task.arrivedAt(), appendedAt));
    }

    double queueMillis(Instant sentAt) {
        return millis(queueWait(sentAt));
    }

    Duration queueWait(Instant sentAt) {
        return waited(appendedAt, sentAt);
    }

    /** The two ends may be of two machines, whose clocks differ: a wait is never below zero. */
    private static Duration waited(Instant from, Instant to) {
        return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
    }

    private static double millis(Duration duration) {
        return TimeUnit.NANOSECONDS.convert(duration) / NANOS_PER_MILLI;
    }
}
