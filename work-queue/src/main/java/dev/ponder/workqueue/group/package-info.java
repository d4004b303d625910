/**
 * The queue on a consumer group, for brokers before 4.2: one consumer fetches ahead of a pool of slots, and commits only below the oldest
 * record that is still open. A partition's work stays with one process, so a busy process delays what waits in its partitions.
 */
@NullMarked
package dev.ponder.workqueue.group;

import org.jspecify.annotations.NullMarked;
