package dev.ponder.workqueue.check;

/** Which adapter the topics are for. */
public enum QueueMode {
    /** A share group on each topic. */
    SHARE,
    /** A consumer group on each topic. */
    GROUP
}
