package dev.ponder.scaling.log;

/** What a line of the log holds. */
public sealed interface LogEntry permits DecisionEntry, LawEntry {

    /** The pool that it is about. */
    String pool();
}
