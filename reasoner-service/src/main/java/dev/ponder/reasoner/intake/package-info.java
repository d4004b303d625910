/** From a work record to its one outcome. */
@NullMarked
package dev.ponder.reasoner.intake;

import org.jspecify.annotations.NullMarked;
