/** A brain that computes: reads a question, solves it with computer algebra, and shows the steps that it really took. */
@NullMarked
package dev.ponder.triton.shard.brain.symbolic;

import org.jspecify.annotations.NullMarked;
