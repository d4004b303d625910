package dev.ponder.simulation.check;

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

    boolean told;
    boolean settled;
    boolean late;

    /** Attempts of which an outcome was written, and those of which a lease was. */
    final Set<Integer> concluded = new HashSet<>();

    final Set<Integer> held = new HashSet<>();

    Request(String question, Duration due) {
        this.question = question;
        this.due = due;
    }
}
