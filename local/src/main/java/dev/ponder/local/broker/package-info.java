/** A real single-node Kafka (KRaft) in one JVM, its storage, its ports, and the topics and groups laid on it. */
@NullMarked
package dev.ponder.local.broker;

import org.jspecify.annotations.NullMarked;
