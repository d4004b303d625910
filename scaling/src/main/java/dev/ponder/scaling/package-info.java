/**
 * How many replicas a pool should have, and what they cost. Read on in the order of thought: {@code observation} (what is known at
 * a moment), {@code capacity} (what a replica can do, learned), {@code forecast} (what will be asked by the time that a new replica
 * is warm), {@code decision} (how many, and why), {@code pricing} (for how much money). Pure: no clock, no thread, no framework; the
 * autoscaler service, the fleet simulation and the front door call the same classes.
 */
@NullMarked
package dev.ponder.scaling;

import org.jspecify.annotations.NullMarked;
