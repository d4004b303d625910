/** Which pools are scaled, and what was promised to whom in them. */
@NullMarked
package dev.ponder.autoscaler.pool;

import org.jspecify.annotations.NullMarked;
