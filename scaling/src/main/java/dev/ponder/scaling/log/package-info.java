/**
 * Decisions as lines of a file: each holds the observation and what was decided on it, and one before them the law that decided, so that
 * the file alone says what a law that is asked again would say. Unknown fields are passed over; a field never changes its meaning.
 */
@NullMarked
package dev.ponder.scaling.log;

import org.jspecify.annotations.NullMarked;
