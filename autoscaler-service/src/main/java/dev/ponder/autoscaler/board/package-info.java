/** Where the threads meet: the last decision of each pool and how long it counts. */
@NullMarked
package dev.ponder.autoscaler.board;

import org.jspecify.annotations.NullMarked;
