/** The events of a fleet in the order of time, and what came of them. */
@NullMarked
package dev.ponder.fleet.run;

import org.jspecify.annotations.NullMarked;
