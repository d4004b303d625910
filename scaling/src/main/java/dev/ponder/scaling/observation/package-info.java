/** What is known of a pool at one moment. What could not be read is missing with a reason, and never counts as nothing. */
@NullMarked
package dev.ponder.scaling.observation;

import org.jspecify.annotations.NullMarked;
