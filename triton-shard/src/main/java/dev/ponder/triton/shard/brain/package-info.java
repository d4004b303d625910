/** What an answer says: a port, and brains that compute, replay or make up. */
@NullMarked
package dev.ponder.triton.shard.brain;

import org.jspecify.annotations.NullMarked;
