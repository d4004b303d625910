package dev.ponder.autoscaler.loop;

import dev.ponder.scaling.log.DecisionEntry;

/** Where decisions are written down. */
@FunctionalInterface
public interface DecisionSink {

    /** Writes one; never fails a turn. */
    void write(DecisionEntry entry);
}
