package dev.ponder.reasoner.path;

import java.time.Duration;

/**
 * How often one job is tried: an engine that answers wrongly three times does so anywhere, a shard that can't be reached may be
 * back soon. One job's.
 */
final class Retries {

    private static final int MOST_ENGINE_FAILURES = 3;
    private static final int MOST_TRIES = 100;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private int engineFailures;
    private int tries;
    private Duration pause = FIRST_PAUSE;

    /** Whether there may be a try after the last one came to this. */
    boolean mayTry(Tried last) {
        return last.again() && engineFailures < MOST_ENGINE_FAILURES && tries < MOST_TRIES;
    }

    /** Notes what a try came to. */
    void note(Tried tried) {
        tries++;
        engineFailures += tried.engineFailed() ? 1 : 0;
    }

    /** How long to wait before the shards that were tried are tried again; longer each time. */
    Duration pause() {
        Duration now = pause;
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        return now;
    }
}
