package dev.ponder.scaling.decision;

import java.util.List;
import java.util.Set;

/**
 * One pure rule about how many replicas there should be. Sealed, since the log has to write every policy down and read it again: one
 * that it cannot must not decide.
 */
public sealed interface ScalingPolicy
        permits TokenWork, SloFeedback, QpsTarget, WarmSpares, Schedule, DeadlineBatch, CostCap {

    /** What all of them are called. */
    List<String> NAMES = List.of(
            TokenWork.NAME,
            SloFeedback.NAME,
            QpsTarget.NAME,
            WarmSpares.NAME,
            Schedule.NAME,
            DeadlineBatch.NAME,
            CostCap.NAME);

    /** What it is called in reasons and settings. */
    String name();

    /** Classes whose work it provides for alone: no other rule sees them. */
    default Set<String> plans() {
        return Set.of();
    }

    /** What it asks for now. */
    Proposal propose(Situation situation);
}
