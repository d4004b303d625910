package dev.ponder.autoscaler.actuation;

/** Something whose replicas can be read and set. */
public interface ScaleTarget {

    /** What it says now. */
    Answer<ScaleView> read() throws InterruptedException;

    /** Asks for so many, only if nobody wrote since {@code seen} was read. */
    Answer<ScaleView> write(ScaleView seen, int replicas) throws InterruptedException;
}
