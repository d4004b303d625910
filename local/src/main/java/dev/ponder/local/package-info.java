/**
 * The house on one machine. {@code broker} is a real Kafka in one JVM: {@link dev.ponder.local.broker.BrokerMain} runs it as a
 * process of its own for the front door, {@link dev.ponder.local.broker.LocalBroker} inside a test's JVM; and
 * {@link dev.ponder.local.broker.TopicProvisioner} lays topics and share groups on whichever broker it is given.
 */
@NullMarked
package dev.ponder.local;

import org.jspecify.annotations.NullMarked;
