/** Refuses, before any work is taken, topics and groups that would lose work or stall it. */
@NullMarked
package dev.ponder.workqueue.check;

import org.jspecify.annotations.NullMarked;
