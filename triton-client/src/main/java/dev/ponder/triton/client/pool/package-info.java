/** Choosing between servers by outstanding tokens, and knowing which are healthy. */
@NullMarked
package dev.ponder.triton.client.pool;

import org.jspecify.annotations.NullMarked;
