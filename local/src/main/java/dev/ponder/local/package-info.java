/**
 * The house on one machine. {@code broker} is a real Kafka in one JVM: {@link dev.ponder.local.broker.BrokerMain} runs it as a
 * process of its own, {@link dev.ponder.local.broker.LocalBroker} inside a test's JVM, and
 * {@link dev.ponder.local.broker.TopicProvisioner} lays topics and share groups on whichever broker it is given.
 *
 * <p>Around it stands the front door, {@link dev.ponder.local.FrontDoor}, which the {@code ponder} script calls: {@code launch}
 * starts and ends the processes of a stack out of the jars that ship, {@code exchange} asks and listens as any Kafka client
 * may, {@code demo} and {@code ask} are what people call, {@code up} keeps a stack running, {@code trace} draws spans, and
 * {@code terminal} is the only way to a person's screen. {@code cost} and {@code explain} need none of these: they compare offers,
 * and play again what the autoscaler decided, by the laws of module {@code scaling}. No service is a dependency: they are known by
 * jars and settings.
 */
@NullMarked
package dev.ponder.local;

import org.jspecify.annotations.NullMarked;
