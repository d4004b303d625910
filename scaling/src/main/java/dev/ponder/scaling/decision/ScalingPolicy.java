package dev.ponder.scaling.decision;

/**
 * One pure rule about how many replicas there should be. Sealed, since the log has to write every policy down and read it again: one
 * that it cannot must not decide.
 */
public sealed interface ScalingPolicy
        permits TokenWork, SloFeedback, QpsTarget, WarmSpares, Schedule, DeadlineBatch, CostCap {

    /** What it is called in reasons and settings. */
    String name();

    /** What it asks for now. */
    Proposal propose(Situation situation);
}
