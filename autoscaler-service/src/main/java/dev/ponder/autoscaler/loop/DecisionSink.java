package dev.ponder.autoscaler.loop;

import dev.ponder.scaling.log.LogEntry;

/** Where decisions are written down, and before them the law that makes them. */
@FunctionalInterface
public interface DecisionSink {

    /** Writes one line; never fails a turn. */
    void write(LogEntry entry);
}
