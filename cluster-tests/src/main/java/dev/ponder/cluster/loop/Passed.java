package dev.ponder.cluster.loop;

/**
 * A call that went through a gateway.
 *
 * @param asked what was asked
 * @param told what came of it
 * @param nanos when it came, by the stopwatch
 * @param forwarded whether the API server answered it
 */
record Passed(Asked asked, Told told, long nanos, boolean forwarded) {

    /** Whether it changed what the API server holds. */
    boolean wrote() {
        return forwarded && told.status() < 300 && !asked.method().equals("GET");
    }
}
