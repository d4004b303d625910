/** Which shard takes a request, where each is sent on as it comes: choices beside each other over the same arrivals. */
@NullMarked
package dev.ponder.fleet.choice;

import org.jspecify.annotations.NullMarked;
