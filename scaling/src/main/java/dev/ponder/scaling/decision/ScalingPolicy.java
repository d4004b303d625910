package dev.ponder.scaling.decision;

/** One pure rule about how many replicas there should be. */
public interface ScalingPolicy {

    /** What it is called in reasons and settings. */
    String name();

    /** What it asks for now. */
    Proposal propose(Situation situation);
}
