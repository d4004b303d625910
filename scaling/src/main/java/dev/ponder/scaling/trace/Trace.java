package dev.ponder.scaling.trace;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * Requests in the order in which they arrived, and how long was watched.
 *
 * @param name what people call it, such as its file's name
 * @param requests at least one, in order of arrival
 * @param duration from the beginning to the end of watching: above zero, and not before the last arrival
 */
public record Trace(String name, List<TracedRequest> requests, Duration duration) {

    private static final double NANOS_PER_SECOND = 1e9;

    public Trace {
        requireNonNull(name, "name is null");
        requests = List.copyOf(requests);
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("requests are none: " + name);
        }
        if (!duration.isPositive() || duration.compareTo(requests.getLast().at()) < 0) {
            throw new IllegalArgumentException("duration is not after the last request: " + duration);
        }
        requireOrder(requests);
    }

    private static void requireOrder(List<TracedRequest> requests) {
        Duration before = Duration.ZERO;
        for (TracedRequest request : requests) {
            if (request.at().compareTo(before) < 0) {
                throw new IllegalArgumentException("requests are not in order at " + request.at());
            }
            before = request.at();
        }
    }

    /** Says the mean rate, in requests a second. */
    public double requestsPerSecond() {
        return requests.size() / (duration.toNanos() / NANOS_PER_SECOND);
    }

    /** Sums the tokens of all prompts. */
    public long inputTokens() {
        return requests.stream().mapToLong(TracedRequest::inputTokens).sum();
    }

    /** Sums the tokens that were generated for all requests. */
    public long outputTokens() {
        return requests.stream().mapToLong(TracedRequest::outputTokens).sum();
    }

    /**
     * Finds the stretch of the given length, beginning at some request, in which most tokens were asked for; of equal ones the first.
     * A trace that is shorter than the length is its own busiest stretch.
     *
     * @throws IllegalArgumentException if the length is not positive
     */
    public Stretch busiest(Duration length) {
        return Busiest.of(this, length);
    }

    /**
     * Lays copies over one another, each but the first begun later by a time drawn evenly from zero to the shift: a larger crowd
     * with the same habits. A copy's prompts are other people's, so their blocks are made other ones too; a prefix cache would
     * find each copy's prompts at once else.
     *
     * @param copies 1 or more; 1 is the trace itself
     * @param shift the most that a copy begins later, not negative
     * @param seed of the shifts
     * @throws IllegalArgumentException if copies or shift are out of range
     */
    public Trace overlaid(int copies, Duration shift, long seed) {
        return new Overlay(copies, shift, seed).of(this);
    }
}
