/**
 * Whether work under way is still anybody's, pure: what the queue's front, a lease and the clock say of each piece, and what has to be
 * done about it. {@link dev.ponder.router.settlement.rescue} does it.
 */
@NullMarked
package dev.ponder.router.settlement.liveness;

import org.jspecify.annotations.NullMarked;
