/** Requests as they once arrived, read from files: what simulations replay and prices are reckoned over. */
@NullMarked
package dev.ponder.scaling.trace;

import org.jspecify.annotations.NullMarked;
