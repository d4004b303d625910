/** Kafka's side: how much work waits in a pool's topics, in flight or not, for a group that may never have begun. */
@NullMarked
package dev.ponder.autoscaler.kafka;

import org.jspecify.annotations.NullMarked;
