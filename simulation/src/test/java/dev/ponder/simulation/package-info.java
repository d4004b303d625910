/** Tests of the simulation, and by it of the chain. */
@NullMarked
package dev.ponder.simulation;

import org.jspecify.annotations.NullMarked;
