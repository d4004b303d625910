package dev.ponder.fleet.run;

/**
 * Replica-seconds of a run.
 *
 * @param paid all
 * @param starting of replicas that did not take work yet
 * @param draining of replicas that took none any more
 * @param idle of ready replicas, by the share of their slots that was free
 */
public record Bill(double paid, double starting, double draining, double idle) {}
