package dev.ponder.local.demo;

import dev.ponder.local.exchange.Question;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * When to ask what. Open loop: questions are due at a steady rate, whether or not earlier ones were answered. A repeat of a
 * question is due shortly after the first of its kind is settled, since no cache can know it before. Not safe for threads.
 */
final class Schedule {

    /** The cache learns what is settled by reading it; this is ample. */
    private static final Duration LEARNING = Duration.ofMillis(600);

    private final long intervalNanos;
    private final Deque<Question> fresh = new ArrayDeque<>();
    private final Map<String, List<Question>> repeats = new HashMap<>();
    private final PriorityQueue<Due> released = new PriorityQueue<>(Comparator.comparingLong(Due::atNanos));
    private long nextFreshNanos;

    /**
     * Plans all questions.
     *
     * @param beginNanos when the first is due, on the stopwatch
     * @param perSecond how many new ones are due a second
     */
    Schedule(List<Question> questions, long beginNanos, double perSecond) {
        this.intervalNanos = Math.round(1e9 / perSecond);
        this.nextFreshNanos = beginNanos;
        Set<String> seen = new HashSet<>();
        for (Question question : questions) {
            if (seen.add(question.text())) {
                fresh.add(question);
            } else {
                repeats.computeIfAbsent(question.text(), text -> new ArrayList<>())
                        .add(question);
            }
        }
    }

    /** Takes the question that has been due longest; empty if none is due yet. */
    Optional<Due> take(long nowNanos) {
        Due repeat = released.peek();
        if (repeat != null && repeat.atNanos() - nowNanos <= 0) {
            released.remove();
            return Optional.of(repeat);
        }
        if (fresh.isEmpty() || nextFreshNanos - nowNanos > 0) {
            return Optional.empty();
        }
        Due due = new Due(fresh.remove(), nextFreshNanos);
        nextFreshNanos += intervalNanos;
        return Optional.of(due);
    }

    /** Moves the next new question to another time: after those that were shown one at a time. */
    void resume(long nowNanos) {
        nextFreshNanos = nowNanos;
    }

    /** Learns that a question was settled: its repeats become due. */
    void settled(Question question, long nowNanos) {
        List<Question> waiting = repeats.remove(question.text());
        if (waiting != null) {
            waiting.forEach(repeat -> released.add(new Due(repeat, nowNanos + LEARNING.toNanos())));
        }
    }

    /** How long nothing will be due, in nanoseconds, at most {@code limitNanos}. */
    long quietNanos(long nowNanos, long limitNanos) {
        long quiet = limitNanos;
        if (!fresh.isEmpty()) {
            quiet = Math.min(quiet, nextFreshNanos - nowNanos);
        }
        Due repeat = released.peek();
        if (repeat != null) {
            quiet = Math.min(quiet, repeat.atNanos() - nowNanos);
        }
        return Math.max(0, quiet);
    }

    /** A question and the time from which its answer is awaited. */
    record Due(Question question, long atNanos) {}
}
