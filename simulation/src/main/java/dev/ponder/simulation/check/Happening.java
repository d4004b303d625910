package dev.ponder.simulation.check;

/** What can happen, as far as a run has to show that it did. */
public enum Happening {
    ASKED,
    ASKED_AGAIN,
    CANCEL_ORDERED,
    CRASHED,
    STOOD_STILL,
    REFUSED,
    REPEATED,
    DISPATCHED,
    DISPATCHED_AGAIN,
    HELD,
    CONCLUDED,
    CANCELLED,
    TAKEN,
    ACCEPTED,
    LAPSED,
    ARCHIVED,
    HANDED_OFF,
    LOST_HOLD,
    MOVED,
    ABORTED,
    NOTED,
    ANSWERED,
    FAILED,
    FENCED,
    DUPLICATE,
    TRIMMED,
    DELETED,
    PUT_ASIDE,
    BROKEN
}
