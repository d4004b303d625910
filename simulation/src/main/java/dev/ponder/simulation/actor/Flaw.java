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
    READ_TOO_SOON,

    /** A thought that comes again is billed for the deliveries before it too. */
    BILLS_EACH_DELIVERY,

    /** A reasoner remembers answers by their ids, which are another tenant's ids too. */
    ANSWERS_BY_ID_ALONE,

    /** Thoughts go on past their deadlines, and settlement waits a minute for them. */
    DEADLINES_PASS,

    /** A reasoner holds on to records whose outcomes it has written. */
    NEVER_DONE,

    /** Progress is looked for by its id, which is another tenant's id too. */
    RESUMES_BY_ID_ALONE,

    /** A reasoner does not say that progress of a request is left behind. */
    LEAVES_PROGRESS,

    /** Nobody looks for what an earlier holder of a record has left. */
    NEVER_LOOKS_BACK
}
