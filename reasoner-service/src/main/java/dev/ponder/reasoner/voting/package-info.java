/** Which answer several chains agree on, and whether that is enough. Pure. */
@NullMarked
package dev.ponder.reasoner.voting;

import org.jspecify.annotations.NullMarked;
