/** A thought as steps. Pure. */
@NullMarked
package dev.ponder.reasoner.steps;

import org.jspecify.annotations.NullMarked;
