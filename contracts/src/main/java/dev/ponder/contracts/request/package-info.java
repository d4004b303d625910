/** A request as users write it, and the decoder that never throws. */
@NullMarked
package dev.ponder.contracts.request;

import org.jspecify.annotations.NullMarked;
