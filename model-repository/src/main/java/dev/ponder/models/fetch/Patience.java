package dev.ponder.models.fetch;

import java.time.Duration;
import java.util.Optional;

/**
 * How often and after how long something is tried again. Pure.
 *
 * @param tries in a row without a byte more, at most
 * @param first pause; each is twice the one before
 * @param longest pause, also where a server asks for more
 */
record Patience(int tries, Duration first, Duration longest) {

    Patience {
        if (tries < 1 || first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("tries of " + tries + ", pauses of " + first + " to " + longest);
        }
    }

    /** What a hub's limits and a cluster's hiccups need. */
    static final Patience STANDARD = new Patience(8, Duration.ofSeconds(1), Duration.ofMinutes(2));

    /**
     * The pause before another try; empty where it is time to give up.
     *
     * @param failed tries in a row so far, from 1
     * @param asked what the server asks to wait; zero where it does not
     */
    Optional<Duration> pause(int failed, Duration asked) {
        if (failed >= tries) {
            return Optional.empty();
        }
        Duration grown = first.multipliedBy(1L << Math.min(failed - 1, 20));
        Duration wished = grown.compareTo(asked) < 0 ? asked : grown;
        return Optional.of(wished.compareTo(longest) > 0 ? longest : wished);
    }
}
