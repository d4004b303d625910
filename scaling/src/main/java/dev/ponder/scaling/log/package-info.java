/**
 * Decisions as lines of a file: each holds the observation and what was decided on it, so that a law can be asked again. Unknown fields are
 * passed over; a field never changes its meaning.
 */
@NullMarked
package dev.ponder.scaling.log;

import org.jspecify.annotations.NullMarked;
