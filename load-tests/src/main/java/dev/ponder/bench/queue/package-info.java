/** Waiting for a slot: ours, a consumer group, a share group over many partitions, the ideal. */
@NullMarked
package dev.ponder.bench.queue;

import org.jspecify.annotations.NullMarked;
