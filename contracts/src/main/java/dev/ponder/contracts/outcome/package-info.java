/** How an attempt ended: the record on which settlement decides. */
@NullMarked
package dev.ponder.contracts.outcome;

import org.jspecify.annotations.NullMarked;
