/** Virtual time: events in a seeded order, and blocking code that runs only while the agenda waits for it. */
@NullMarked
package dev.ponder.simulation.time;

import org.jspecify.annotations.NullMarked;
