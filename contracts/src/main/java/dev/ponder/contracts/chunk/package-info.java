/** Pieces of a chain while it is being thought. */
@NullMarked
package dev.ponder.contracts.chunk;

import org.jspecify.annotations.NullMarked;
