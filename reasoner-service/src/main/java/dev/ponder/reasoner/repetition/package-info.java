/**
 * Whether a chain has begun to say the same over and over. The token limit of its request bounds such a chain in any case; this
 * rule would end it sooner. No path asks it yet: where the cut shows in the result is a matter of the wire.
 */
@NullMarked
package dev.ponder.reasoner.repetition;

import org.jspecify.annotations.NullMarked;
