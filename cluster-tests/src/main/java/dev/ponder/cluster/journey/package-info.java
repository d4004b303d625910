/** Requests on a real broker become replicas, are answered once, and the pool goes back to none. */
@NullMarked
package dev.ponder.cluster.journey;

import org.jspecify.annotations.NullMarked;
