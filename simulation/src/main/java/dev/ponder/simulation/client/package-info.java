/** Kafka's clients as settlement uses them, over the virtual broker: what a process says may be refused, be lost, or outlive it. */
@NullMarked
package dev.ponder.simulation.client;

import org.jspecify.annotations.NullMarked;
