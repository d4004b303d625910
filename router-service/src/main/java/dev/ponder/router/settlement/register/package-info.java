/**
 * What settlement remembers: settled ids in {@code reasoning.register}, in the partition of the same number as the outcome, and
 * in memory for as long as this router owns that partition.
 */
@NullMarked
package dev.ponder.router.settlement.register;

import org.jspecify.annotations.NullMarked;
