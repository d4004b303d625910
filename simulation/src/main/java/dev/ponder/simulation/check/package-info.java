/** What must hold at every step, whatever happens. */
@NullMarked
package dev.ponder.simulation.check;

import org.jspecify.annotations.NullMarked;
