/** The side of KEDA: an external scaler that says how many replicas are wanted and wakes a pool that has none. */
@NullMarked
package dev.ponder.autoscaler.serving;

import org.jspecify.annotations.NullMarked;
