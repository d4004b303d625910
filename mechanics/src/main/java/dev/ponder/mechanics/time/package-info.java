/** Time as a port: the wall, the stopwatch and a clock that a test turns by hand. */
@NullMarked
package dev.ponder.mechanics.time;

import org.jspecify.annotations.NullMarked;
