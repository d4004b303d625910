package dev.ponder.bench.kills;

/**
 * One fault.
 *
 * @param victim the part that was ended
 * @param nanos when, on the stopwatch
 */
record Strike(String victim, long nanos) {}
