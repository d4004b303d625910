/** Files of sampled answers, in the formats that there are: what is asked in a row, and what is answered. */
@NullMarked
package dev.ponder.triton.shard.brain.recorded;

import org.jspecify.annotations.NullMarked;
