package dev.ponder.fleet.run;

/**
 * A change of the fleet.
 *
 * @param at when, in seconds
 * @param from how many replicas were wanted before
 * @param to how many are wanted now
 */
public record ScalingStep(double at, int from, int to) {}
