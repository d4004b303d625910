package dev.ponder.simulation.check;

import dev.ponder.contracts.outcome.Asked;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known from outside of one accepted request. */
final class Request {

    /** What its answer must repeat. */
    final String question;
    /** Tokens of every thought that came to its end, by attempt. */
    final Map<Integer, Set<Integer>> thought = new HashMap<>();
    /** By when it must have a result: its deadline, or its cancellation. */
    Duration due;

    /** The highest attempt that settlement durably noted. */
    int attempt;
    /** Where the work record of that attempt lies, as long as it may be needed. */
    @Nullable
    Long needed;

    /** What its last result says. */
    @Nullable
    String gist;

    boolean told;
    boolean settled;
    boolean late;
    /** The attempt that its result is of. */
    int settledBy;

    /** Attempts of which an outcome was written. */
    final Set<Integer> concluded = new HashSet<>();
    /** When the first outcome of a dispatch was written, on the virtual stopwatch. */
    final Map<String, Long> outcomes = new HashMap<>();
    /** Where the work of an attempt lies; at more than one place where a router did not know that it had sent it. */
    final Map<Integer, Set<Long>> places = new HashMap<>();
    /** Whether progress lies there, and since when. */
    boolean progress;

    long progressNanos;
    /** When an outcome was written by who had written progress, by attempt. */
    final Map<Integer, Long> concludedWithProgress = new HashMap<>();
    /** Attempts of which a lease was written. */
    final Set<Integer> held = new HashSet<>();

    Request(String question, Duration due) {
        this.question = question;
        this.due = due;
    }

    /** What tells a dispatch from others of the request: who asks again under the same id asks anew. */
    static String dispatch(Asked asked) {
        return asked.attempt() + " of " + asked.arrivedAt();
    }
}
