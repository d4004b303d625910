package dev.ponder.simulation.actor;

/** What can be broken on purpose, to see that it is seen. */
public enum Flaw {

    /** Nothing. */
    NONE,

    /** A settlement that comes back does not read what it had settled. */
    SETTLEMENT_FORGETS,

    /** Nobody looks after work that is nobody's. */
    NOBODY_WATCHES,

    /** A reasoner calls its record done before its outcome is written. */
    DONE_TOO_SOON,

    /** The way in says that it has read what it has not handed on. */
    READ_TOO_SOON
}
