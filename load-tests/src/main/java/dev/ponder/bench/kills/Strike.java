package dev.ponder.bench.kills;

/**
 * One fault.
 *
 * @param victim the part that was ended
 * @param nanos when, on the stopwatch
 * @param inFlight how many requests were asked and not settled then
 */
record Strike(String victim, long nanos, int inFlight) {}
