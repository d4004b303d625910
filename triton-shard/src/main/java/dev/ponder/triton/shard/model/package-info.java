/** What a model takes and gives, and which requests it refuses in which words. */
@NullMarked
package dev.ponder.triton.shard.model;

import org.jspecify.annotations.NullMarked;
