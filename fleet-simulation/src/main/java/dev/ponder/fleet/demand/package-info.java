/** Requests that arrive whether or not anybody has room: open loop. */
@NullMarked
package dev.ponder.fleet.demand;

import org.jspecify.annotations.NullMarked;
