package dev.ponder.simulation.broker;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How long the broker takes.
 *
 * @param markerDelay until a partition learns that a transaction is decided
 * @param transactionTimeout until the coordinator finds that a transaction has lasted too long
 * @param session after what silence a group member counts as gone
 */
public record BrokerTimes(Supplier<Duration> markerDelay, Supplier<Duration> transactionTimeout, Duration session) {}
