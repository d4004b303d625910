package dev.ponder.autoscaler.loop;

import dev.ponder.scaling.log.DecisionLines;
import dev.ponder.scaling.log.LogEntry;
import org.jboss.logging.Logger;

/** Writes decisions to a log category of their own, for platforms that collect logs. Any thread. */
public final class LogSink implements DecisionSink {

    private static final Logger DECISIONS = Logger.getLogger("dev.ponder.autoscaler.decisions");

    @Override
    public void write(LogEntry entry) {
        DECISIONS.info(DecisionLines.write(entry));
    }
}
