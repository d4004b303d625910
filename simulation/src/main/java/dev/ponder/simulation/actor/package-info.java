/** Everybody who takes part, each crashing and coming back on its own: the parts that decide are those that ship. */
@NullMarked
package dev.ponder.simulation.actor;

import org.jspecify.annotations.NullMarked;
