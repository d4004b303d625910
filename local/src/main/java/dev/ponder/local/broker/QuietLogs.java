package dev.ponder.local.broker;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Holds the broker's chatter down to warnings, and two that always warn down to errors; {@code -Dponder.broker.log=INFO} lets it speak. */
final class QuietLogs {

    /** Kept here, since the log manager holds loggers weakly and would forget their levels. */
    private static final List<Logger> CHATTY = Stream.of("kafka", "org.apache.kafka", "state")
            .map(Logger::getLogger)
            .toList();

    /** They warn at each start and stop of a single node, about nothing. */
    private static final List<Logger> CRYING_WOLF = Stream.of(
                    "org.apache.kafka.controller", "org.apache.kafka.clients.NetworkClient")
            .map(Logger::getLogger)
            .toList();

    private QuietLogs() {}

    static void apply() {
        String asked = System.getProperty("ponder.broker.log");
        Level level = asked == null ? Level.WARNING : Level.parse(asked);
        CHATTY.forEach(logger -> logger.setLevel(level));
        CRYING_WOLF.forEach(logger -> logger.setLevel(asked == null ? Level.SEVERE : level));
    }
}
