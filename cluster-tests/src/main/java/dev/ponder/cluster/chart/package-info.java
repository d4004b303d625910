/** The chart on a real API server. */
@NullMarked
package dev.ponder.cluster.chart;

import org.jspecify.annotations.NullMarked;
