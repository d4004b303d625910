/**
 * Which images there are, and how each starts.
 */
@NullMarked
package dev.ponder.images.plan;

import org.jspecify.annotations.NullMarked;
