/** Counters under Triton's own names. */
@NullMarked
package dev.ponder.triton.shard.metrics;

import org.jspecify.annotations.NullMarked;
