package dev.ponder.autoscaler.observation;

import dev.ponder.scaling.observation.Due;
import dev.ponder.scaling.observation.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * By when the open records of a class are due: each so long after it came, and what came first is done first, as a partition gives it out.
 * Kept in bounded many spans of time; all of a span counts as come at its beginning. One thread.
 */
final class Deadlines {

    /** Spans into which the time is cut that work may take. */
    static final int SPANS = 64;

    private record Span(Instant deadline, long records) {}

    private final Duration promise;
    private final Deque<Span> spans = new ArrayDeque<>();

    Deadlines(Duration promise) {
        this.promise = promise;
    }

    Duration promise() {
        return promise;
    }

    /** Takes records that came at this moment at the earliest, and after all that were taken before. */
    void came(Instant earliest, long records) {
        if (records <= 0) {
            return;
        }
        Instant deadline = earliest.plus(promise);
        Span last = spans.peekLast();
        if (last != null && deadline.isBefore(last.deadline().plus(promise.dividedBy(SPANS)))) {
            spans.removeLast();
            spans.addLast(new Span(last.deadline(), last.records() + records));
        } else {
            spans.addLast(new Span(deadline, records));
        }
    }

    /**
     * Takes how many are still open. If they are fewer than came, the first ones are done; if they are more, nobody knows since when, and they
     * count as come with the first ones.
     */
    void open(Instant now, long records) {
        long unseen = records - sum();
        if (unseen > 0) {
            Span first = spans.pollFirst();
            spans.addFirst(
                    first == null
                            ? new Span(now.plus(promise), unseen)
                            : new Span(first.deadline(), first.records() + unseen));
        } else {
            done(-unseen);
        }
        joinOverdue(now);
    }

    private void done(long records) {
        long left = records;
        while (left > 0) {
            Span first = spans.removeFirst();
            long gone = Math.min(left, first.records());
            if (gone < first.records()) {
                spans.addFirst(new Span(first.deadline(), first.records() - gone));
            }
            left -= gone;
        }
    }

    /** What is late is late: of when it was due one is remembered. */
    private void joinOverdue(Instant now) {
        long late = 0;
        Instant first = now;
        while (!spans.isEmpty() && !spans.getFirst().deadline().isAfter(now)) {
            Span one = spans.removeFirst();
            first = late == 0 ? one.deadline() : first;
            late += one.records();
        }
        if (late > 0) {
            spans.addFirst(new Span(first, late));
        }
    }

    private long sum() {
        return spans.stream().mapToLong(Span::records).sum();
    }

    /**
     * What waits, by deadline.
     *
     * @param running how many of the open ones are in work, those that came first
     * @param each one of them
     * @param longest output tokens of the longest
     */
    List<Due> waiting(double running, Work each, double longest) {
        double skip = running;
        List<Due> due = new ArrayList<>();
        for (Span one : spans) {
            double held = one.records();
            double waits = held - Math.min(skip, held);
            skip -= held - waits;
            if (waits > 0) {
                due.add(new Due(one.deadline(), each.times(waits), longest));
            }
        }
        return Collections.unmodifiableList(due);
    }
}
