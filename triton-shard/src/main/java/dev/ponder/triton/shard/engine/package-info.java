/** When an answer's tokens come: a port, and a simulated GPU behind it. */
@NullMarked
package dev.ponder.triton.shard.engine;

import org.jspecify.annotations.NullMarked;
