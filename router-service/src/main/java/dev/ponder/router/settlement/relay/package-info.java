/**
 * Settlement's transport: one thread ({@link dev.ponder.router.settlement.relay.SettlementLoop}) reads outcomes, asks
 * {@link dev.ponder.router.settlement.decision} what becomes of them, and publishes that together with its own progress.
 */
@NullMarked
package dev.ponder.router.settlement.relay;

import org.jspecify.annotations.NullMarked;
