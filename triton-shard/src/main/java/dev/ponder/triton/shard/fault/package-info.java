/** Faults that a test or an operator switches on: the server's and the GPU's. */
@NullMarked
package dev.ponder.triton.shard.fault;

import org.jspecify.annotations.NullMarked;
