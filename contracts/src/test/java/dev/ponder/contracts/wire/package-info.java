/** Holds the documents of the wire against the code. */
@NullMarked
package dev.ponder.contracts.wire;

import org.jspecify.annotations.NullMarked;
