/** Metrics pages in Prometheus' text form, read: what a page does not hold is unknown, never zero. */
@NullMarked
package dev.ponder.mechanics.metrics;

import org.jspecify.annotations.NullMarked;
