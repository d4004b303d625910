/**
 * Does what {@link dev.ponder.router.settlement.liveness} found to be done: orphans are read again from their work records and dispatched
 * as higher attempts, what had all its attempts or passed its deadline ends with an error, and work topics are cut below what is still
 * needed. One thread ({@link dev.ponder.router.settlement.rescue.RescueLoop}); what it does is told to settlement as everybody tells it,
 * by notices on {@code reasoning.outcomes}, so that doing it twice does no harm.
 */
@NullMarked
package dev.ponder.router.settlement.rescue;

import org.jspecify.annotations.NullMarked;
