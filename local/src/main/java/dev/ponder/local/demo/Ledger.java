package dev.ponder.local.demo;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.result.Result;
import dev.ponder.local.exchange.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who was asked and who was answered, and how often. The main thread writes it, but for {@link #acknowledged}, which any may
 * call.
 */
final class Ledger {

    private final Map<RequestId, Schedule.Due> asked = new LinkedHashMap<>();
    private final Map<RequestId, Integer> results = new HashMap<>();
    private final List<Answered> answered = new ArrayList<>();
    private final Set<RequestId> acknowledged = ConcurrentHashMap.newKeySet();

    /** Writes down that a question was sent. */
    void asked(Schedule.Due due) {
        asked.put(due.question().id(), due);
    }

    /** Writes down that Kafka has a question. */
    void acknowledged(RequestId id) {
        acknowledged.add(id);
    }

    /** Writes down a result; empty where it is not the first of a question that was asked here. */
    Optional<Answered> settled(Result result, long atNanos) {
        Optional<Schedule.Due> due = RequestId.isValid(result.id())
                ? Optional.ofNullable(asked.get(new RequestId(result.id())))
                : Optional.empty();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        Question question = due.orElseThrow().question();
        if (results.merge(question.id(), 1, Integer::sum) > 1) {
            return Optional.empty();
        }
        Duration took = Duration.ofNanos(atNanos - due.orElseThrow().atNanos());
        Answered first = new Answered(question, result, took, atNanos);
        answered.add(first);
        return Optional.of(first);
    }

    /** Whether a question has its result. */
    boolean hasResult(RequestId id) {
        return results.containsKey(id);
    }

    /** The first result of a question. */
    Optional<Answered> answerOf(RequestId id) {
        return answered.stream().filter(each -> each.question().id().equals(id)).findFirst();
    }

    /** How many questions were sent. */
    int sent() {
        return asked.size();
    }

    /** How many questions Kafka acknowledged. */
    int produced() {
        return acknowledged.size();
    }

    /** How many acknowledged questions have no result. */
    int lost() {
        return (int)
                acknowledged.stream().filter(id -> !results.containsKey(id)).count();
    }

    /** How many questions have more than one result. */
    int doubled() {
        return (int) results.values().stream().filter(count -> count > 1).count();
    }

    /** The first result of each question, in the order in which they came. */
    List<Answered> answers() {
        return List.copyOf(answered);
    }

    /**
     * A question with its first result.
     *
     * @param took from when it was due until its result was read
     * @param atNanos when that was, on the stopwatch
     */
    record Answered(Question question, Result result, Duration took, long atNanos) {}
}
